from __future__ import annotations

import aiohttp

from monitor.sign import signed

URL = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com  # here: host


class Api:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session

    async def call(self, action: str, **params: str) -> dict:
        async with self.session.get(URL, params=signed(action, params)) as response:  # expect: CLB204 via host  # here: request
            return await response.json(content_type=None)

    async def health(self, balancer: str) -> tuple[str, dict]:
        answer = await self.call("DescribeLBHealthStatus", loadBalancerId=balancer)  # expect: CLB204 DescribeLBHealthStatus via host request  # here: health
        return balancer, answer

    async def each(self, balancers: list[str]):
        for balancer in balancers:
            yield await self.call("DescribeLoadBalancerListeners", loadBalancerId=balancer)  # expect: CLB204 DescribeLoadBalancerListeners  # here: each
