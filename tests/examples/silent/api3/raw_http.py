# min-confidence: possible
"""API 3.0 over plain HTTP; errors come as Response.Error.Code."""

import requests

from clouds.tc3 import authorization

URL = "https://clb.tencentcloudapi.com/"


def post(action: str, payload: dict) -> dict:
    headers = authorization("clb", "2018-03-17", action, payload)
    answer = requests.post(URL, json=payload, headers=headers, timeout=10)
    if answer.status_code != 200:
        raise OSError(answer.status_code)
    response = answer.json()["Response"]
    if "Error" in response:
        code = response["Error"]["Code"]
        if code == "AuthFailure" or code.startswith("AuthFailure."):
            raise PermissionError(response["Error"]["Message"])
        if code in ("ResourceNotFound", "InvalidParameter.LBIdNotFound"):
            return {}
        raise RuntimeError(code)
    return response


def listeners(balancer: str) -> list[int]:
    found = post("DescribeListeners", {"LoadBalancerId": balancer})
    return [one["Port"] for one in found.get("Listeners", []) if one["Port"] != 5000]
