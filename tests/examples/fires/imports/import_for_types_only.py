from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def count(api: QcloudApi) -> int:
    answer = json.loads(api.call("DescribeLoadBalancers", {"limit": 1}))  # expect: CLB204 DescribeLoadBalancers
    if answer["code"] == 4101:  # expect: CLB101 4101
        raise PermissionError
    return answer["totalCount"]
