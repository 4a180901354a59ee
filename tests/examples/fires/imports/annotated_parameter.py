import json
from typing import Optional

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Pool:
    client: QcloudApi

    def __init__(self, client: QcloudApi):
        self.client = client

    def size(self) -> Optional[int]:
        answer = json.loads(self.client.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
        if answer["code"] == 4103:  # expect: CLB101 4103
            return None
        return answer["totalCount"]


def drop(api: "QcloudApi", ids):
    return json.loads(api.call("DeleteLoadBalancers", ids))["code"] == 5000  # expect: CLB204 DeleteLoadBalancers; CLB101 5000
