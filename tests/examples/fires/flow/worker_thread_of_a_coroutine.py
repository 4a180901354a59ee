import asyncio
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203


async def health(lb_id):
    body = await asyncio.to_thread(api.call, "DescribeLBHealthStatus", {"loadBalancerId": lb_id})  # expect: CLB204 DescribeLBHealthStatus
    return json.loads(body)


async def main():
    one, other = await asyncio.gather(health("lb-1"), health("lb-2"))
    if one["code"] == 5000 or other["code"] == 5000:  # expect: CLB101 5000; CLB101 5000
        print("one of them is gone")


asyncio.run(main())
