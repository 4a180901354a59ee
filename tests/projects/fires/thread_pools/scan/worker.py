import json
from dataclasses import dataclass
from typing import Optional

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from scan.accounts import Account


@dataclass(frozen=True)
class Finding:
    account: str
    code: int
    message: str
    size: int = 0

    def __bool__(self) -> bool:
        return self.code == 0  # expect: CLB102 via sdk client request made


def scan(account: Account, region: str = "gz") -> Optional[Finding]:
    api = QcloudApi("lb", {"Region": region, "secretId": account.id, "secretKey": account.key})  # expect: CLB203 lb via sdk  # here: client
    answer = json.loads(api.call("DescribeLoadBalancers", {"limit": 1}))  # expect: CLB204 DescribeLoadBalancers via client  # here: request
    return Finding(account.name, answer["code"], answer["message"], answer.get("totalCount", 0))  # expect: CLB104; CLB104  # here: made


async def scan_later(loop, account):
    return await loop.run_in_executor(None, scan, account, "sh")
