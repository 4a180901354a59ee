"""Both services are asked at once; the answers come back in order."""
import asyncio

import httpx

from dashboard.sign import sign

LB = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201
METRICS = "https://metrics.example.com/query"


async def ask_lb(client: httpx.AsyncClient) -> dict:
    response = await client.get(LB, params=sign({"limit": 1}))  # expect: CLB204
    return response.json()


async def ask_metrics(client: httpx.AsyncClient) -> dict:
    response = await client.get(METRICS, params={"q": "up"})
    return response.json()


async def dashboard() -> str:
    async with httpx.AsyncClient() as client:
        lb, metrics = await asyncio.gather(ask_lb(client), ask_metrics(client))
    if metrics["code"] == 5000 or metrics["code"] == 4400:
        return "no metrics"
    if lb["code"] == 4400:  # expect: CLB101 4400
        return "quota"
    return f"{lb['totalCount']} balancers, {metrics['value']}"
