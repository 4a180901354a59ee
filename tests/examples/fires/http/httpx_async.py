import asyncio

import httpx

URL = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com


async def task_done(params: dict) -> bool:
    async with httpx.AsyncClient() as http:
        response = await http.post(URL, data={"Action": "DescribeLoadBalancersTaskResult", **params})  # expect: CLB204 DescribeLoadBalancersTaskResult
    answer = response.json()
    if answer.get("code") in {4400, 6000, 6200}:  # expect: CLB101 4400 6000 6200
        await asyncio.sleep(1)
        return await task_done(params)
    return answer["data"]["status"] == 0
