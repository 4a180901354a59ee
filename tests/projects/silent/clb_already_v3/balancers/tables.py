"""Codes of API 3.0, and the numbers our metrics still have for them."""

RETRY = {"RequestLimitExceeded", "ServiceUnavailable", "ClientNetworkError"}

METRIC = {
    "AuthFailure": 4100,
    "ResourceNotFound": 5000,
    "InternalError": 6000,
}
