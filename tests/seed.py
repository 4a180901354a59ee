"""What the seed page of error codes says, as tests expect it."""

from __future__ import annotations

MEANINGS = {
    4000: "Invalid request parameter",
    4100: "Identity verification failed",
    4101: "Unauthorized API calls",
    4102: "Unauthorized access to resources",
    4103: "Unauthorized access to resources under the current API",
    4104: "The key does not exist",
    4105: "Incorrect token",
    4106: "MFA authentication failed",
    4110: "Other CAM authentication failed",
    4300: "Access denied",
    4400: "Quota exceeded",
    4500: "Replay attack",
    4600: "Unsupported protocol",
    5000: "The resource does not exist",
    5100: "Resource operation failed",
    5200: "Resource purchase failed",
    5300: "Insufficient balance",
    5400: "Partially executed",
    5500: "User qualification review failed",
    6000: "Internal server error",
    6100: "Unsupported version",
    6200: "API temporarily inaccessible",
}
"""The column `Description` of the seed page, word for word."""
