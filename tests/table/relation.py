"""The facts that say which legacy code a 3.0 code belongs to, and the relation they make.

A second, independent account of what `rules/error_codes.toml` says with patterns.
"""

from __future__ import annotations

from types import MappingProxyType

PRIMARY = MappingProxyType(
    {
        4000: "InvalidParameter",
        4100: "AuthFailure.SignatureFailure",
        4101: "AuthFailure.UnauthorizedOperation",
        4102: "AuthFailure.UnauthorizedOperation",
        4103: "AuthFailure.UnauthorizedOperation",
        4104: "AuthFailure.SecretIdNotFound",
        4105: "AuthFailure.TokenFailure",
        4106: "AuthFailure.MFAFailure",
        4110: "AuthFailure",
        4300: "UnauthorizedOperation",
        4400: "RequestLimitExceeded",
        4500: "AuthFailure.SignatureExpire",
        4600: "UnsupportedProtocol",
        5000: "ResourceNotFound",
        5100: "FailedOperation",
        5200: "ResourceInsufficient",
        5300: "FailedOperation.InsufficientBalance",
        6000: "InternalError",
        6100: "InvalidAction",
        6200: "ServiceUnavailable",
    }
)
"""Legacy code -> its main counterpart. 5400 and 5500 have none."""

ALSO = MappingProxyType(
    {
        4000: (
            "InvalidParameterValue",
            "MissingParameter",
            "UnknownParameter",
            "InvalidParameterCombination",
            "InvalidParameter.FormatError",
            "InvalidParameter.InvalidFilter",
            "InvalidParameter.PortCheckFailed",
            "InvalidParameter.ProtocolCheckFailed",
            "InvalidParameter.RegionNotFound",
            "InvalidParameter.RewriteAlreadyExist",
            "InvalidParameterValue.Duplicate",
            "InvalidParameterValue.InvalidFilter",
            "InvalidParameterValue.Length",
            "InvalidParameterValue.Range",
            "UnsupportedRegion",
            "InvalidRequest",
        ),
        4100: (
            "AuthFailure.InvalidAuthorization",
            "AuthFailure.InvalidSecretId",
            "AuthFailure.SecretIdNotFound",
            "AuthFailure.SignatureExpire",
        ),
        4101: ("UnauthorizedOperation", "AuthFailure"),
        4102: ("UnauthorizedOperation", "AuthFailure"),
        4103: ("UnauthorizedOperation", "AuthFailure"),
        4104: ("AuthFailure.InvalidSecretId",),
        4110: ("AuthFailure.UnauthorizedOperation", "UnauthorizedOperation", "InternalError"),
        4300: (
            "OperationDenied",
            "IpInBlacklist",
            "IpNotInWhitelist",
            "AuthFailure.UnauthorizedOperation",
            "UnsupportedOperation",
        ),
        4400: (
            "RequestLimitExceeded.UinLimitExceeded",
            "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
            "RequestLimitExceeded.IPLimitExceeded",
            "LimitExceeded",
        ),
        4500: ("AuthFailure.SignatureFailure",),
        5000: (
            "InvalidParameter.LBIdNotFound",
            "InvalidParameter.ListenerIdNotFound",
            "InvalidParameter.LocationNotFound",
            "InvalidParameter.SomeRewriteNotFound",
        ),
        5100: (
            "FailedOperation.InvalidLBStatus",
            "FailedOperation.ResourceInOperating",
            "FailedOperation.NoListenerInLB",
            "FailedOperation.ResourceInCloning",
            "FailedOperation.TargetNumCheckRisk",
            "FailedOperation.TrafficCheckRisk",
            "FailedOperation.FrequencyCheckRisk",
            "FailedOperation.EipTrafficCheckRisk",
            "ResourceInUse",
            "OperationDenied",
            "UnsupportedOperation",
            "ResourceUnavailable",
            "InternalError",
        ),
        5200: (
            "ResourcesSoldOut",
            "ResourceUnavailable",
            "FailedOperation",
            "LimitExceeded",
            "UnsupportedOperation",
        ),
        5300: ("FailedOperation", "ResourceInsufficient"),
        5500: ("UnauthorizedOperation", "OperationDenied", "FailedOperation"),
        6100: ("NoSuchVersion", "NoSuchProduct", "ActionOffline", "UnsupportedOperation"),
        6200: ("ActionOffline", "ResourceUnavailable", "InternalError"),
    }
)
"""Legacy code -> the other 3.0 codes that pages list for it."""

CHOSEN = MappingProxyType(
    {
        "ActionOffline": 6100,
        "AuthFailure.InvalidSecretId": 4104,
        "LimitExceeded": 5200,
        "OperationDenied": 4300,
        "ResourceUnavailable": 5100,
        "UnsupportedOperation": 5100,
    }
)
"""3.0 codes that are nobody's main counterpart and listed by several: the owner we chose."""

COMMON = (
    "ActionOffline",
    "AuthFailure.InvalidAuthorization",
    "AuthFailure.InvalidSecretId",
    "AuthFailure.MFAFailure",
    "AuthFailure.SecretIdNotFound",
    "AuthFailure.SignatureExpire",
    "AuthFailure.SignatureFailure",
    "AuthFailure.TokenFailure",
    "AuthFailure.UnauthorizedOperation",
    "DryRunOperation",
    "FailedOperation",
    "InternalError",
    "InvalidAction",
    "InvalidParameter",
    "InvalidParameterValue",
    "InvalidRequest",
    "IpInBlacklist",
    "IpNotInWhitelist",
    "LimitExceeded",
    "MissingParameter",
    "NoSuchProduct",
    "NoSuchVersion",
    "RequestLimitExceeded",
    "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
    "RequestLimitExceeded.IPLimitExceeded",
    "RequestLimitExceeded.UinLimitExceeded",
    "RequestSizeLimitExceeded",
    "ResourceInUse",
    "ResourceInsufficient",
    "ResourceNotFound",
    "ResourceUnavailable",
    "ResponseSizeLimitExceeded",
    "ServiceUnavailable",
    "UnauthorizedOperation",
    "UnknownParameter",
    "UnsupportedOperation",
    "UnsupportedProtocol",
    "UnsupportedRegion",
)
"""The 3.0 codes that every product may answer with."""


def candidates(code: str) -> tuple[int, ...]:
    """Return the rows a listed 3.0 code may belong to; several only for siblings or a choice."""
    primary = tuple(number for number, name in PRIMARY.items() if name == code)
    return primary or tuple(number for number, names in ALSO.items() if code in names)


def owners(code: str) -> tuple[int, ...]:
    """Return the legacy codes that the relation gives a 3.0 code to."""
    while code:
        if code in CHOSEN:
            return (CHOSEN[code],)
        if found := candidates(code):
            return found
        code = code.rpartition(".")[0]
    return ()
