"""What API 3.0 takes for an action, from the models of its SDK.

The SDK keeps types in the docstrings of its models alone, `:type Ports: list of int`, so they are
read from there. Which parameters have to be there it does not say: the judge's list is here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "CreateLoadBalancer": ("LoadBalancerType",),
    "InquiryPriceCreateLoadBalancer": ("LoadBalancerType", "LoadBalancerChargeType"),
    "DeleteLoadBalancer": ("LoadBalancerIds",),
    "ReplaceCertForLoadBalancers": ("OldCertificateId", "Certificate"),
    "DescribeLoadBalancerListByCertId": ("CertIds",),
    "CloneLoadBalancer": ("LoadBalancerId",),
    "ModifyLoadBalancerAttributes": ("LoadBalancerId",),
    "DescribeClassicalLBListeners": ("LoadBalancerId",),
    "CreateListener": ("LoadBalancerId", "Ports", "Protocol"),
    "DeleteLoadBalancerListeners": ("LoadBalancerId",),
    "ModifyListener": ("LoadBalancerId", "ListenerId"),
    "DeleteListener": ("LoadBalancerId", "ListenerId"),
    "RegisterTargetsWithClassicalLB": ("LoadBalancerId", "Targets"),
    "DescribeClassicalLBTargets": ("LoadBalancerId",),
    "DeregisterTargetsFromClassicalLB": ("LoadBalancerId", "InstanceIds"),
    "DescribeClassicalLBHealthStatus": ("LoadBalancerId",),
    "DescribeClassicalLBByInstanceId": ("InstanceIds",),
    "DescribeListeners": ("LoadBalancerId",),
    "CreateRule": ("LoadBalancerId", "ListenerId", "Rules"),
    "ModifyDomain": ("LoadBalancerId", "ListenerId", "Domain", "NewDomain"),
    "ModifyRule": ("LoadBalancerId", "ListenerId", "LocationId"),
    "DeleteRule": ("LoadBalancerId", "ListenerId"),
    "DescribeTargets": ("LoadBalancerId",),
    "RegisterTargets": ("LoadBalancerId", "ListenerId", "Targets"),
    "ModifyTargetWeight": ("LoadBalancerId", "ListenerId", "Targets"),
    "ModifyTargetPort": ("LoadBalancerId", "ListenerId", "Targets", "NewPort"),
    "DeregisterTargets": ("LoadBalancerId", "ListenerId", "Targets"),
    "DescribeTargetHealth": ("LoadBalancerIds",),
    "DescribeRewrite": ("LoadBalancerId",),
    "ManualRewrite": ("LoadBalancerId", "SourceListenerId", "TargetListenerId", "RewriteInfos"),
    "DeleteRewrite": ("LoadBalancerId", "SourceListenerId", "TargetListenerId", "RewriteInfos"),
    "AutoRewrite": ("LoadBalancerId", "ListenerId"),
}

_PLAIN: Mapping[str, type] = {"str": str, "int": int, "bool": bool, "float": float}
_PARAMETER = re.compile(r":param _(\w+):(.*?):type \1: ([^\n]+)", re.DOTALL)


@dataclass(frozen=True)
class Field:
    """One field of a model: whether it is a list, of what, whether it may be null."""

    many: bool
    kind: str
    nullable: bool


@cache
def shape(model: str) -> Mapping[str, Field] | None:
    """The fields of a model of the SDK, or None where there is no such model."""
    from tencentcloud.clb.v20180317 import models

    found = getattr(models, model, None)
    if found is None:
        return None
    fields = {}
    for name, text, kind in _PARAMETER.findall(found.__init__.__doc__ or ""):
        many = kind.startswith("list of ")
        one = kind.removeprefix("list of ").strip("`").rpartition(".")[2]
        fields[name] = Field(many, one, "null" in text)
    return fields


def flaw(model: str, value: Any, place: str = "") -> tuple[str, str] | None:
    """The code and the place of the first thing that is wrong with a value for that model."""
    fields = shape(model)
    assert fields is not None, model
    if not isinstance(value, dict):
        return "InvalidParameter", place
    for name, given in value.items():
        here = f"{place}.{name}".lstrip(".")
        field = fields.get(name)
        if field is None:
            return "UnknownParameter", here
        if field.many and not isinstance(given, list):
            return "InvalidParameter", here
        for one in given if field.many else (given,):
            kind = _PLAIN.get(field.kind)
            if kind is None:
                found = flaw(field.kind, one, here)
                if found:
                    return found
            # A bool is an int to Python, and an int will do where a float is wanted.
            elif type(one) is not kind and not (kind is float and type(one) is int):
                return "InvalidParameter", here
    return None
