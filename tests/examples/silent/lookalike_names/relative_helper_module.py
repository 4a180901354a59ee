"""A helper module next to this one is called `qcloudapi`; it wraps the 3.0 SDK."""

from . import qcloudapi
from .qcloudapi import describe_balancers, error_text


def names(region):
    answer = describe_balancers(region)
    if "Error" in answer:
        raise RuntimeError(error_text(answer))
    return [one["LoadBalancerName"] for one in answer["LoadBalancerSet"]]


def delete(region, balancer):
    answer = qcloudapi.delete_balancer(region, balancer)
    code = answer.get("Error", {}).get("Code", "")
    if code.startswith("ResourceNotFound"):
        return False
    if code == "AuthFailure" or code in ("UnauthorizedOperation", "LimitExceeded"):
        raise PermissionError(code)
    return True
