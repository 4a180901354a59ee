import json
from contextlib import AsyncExitStack, ExitStack

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Region:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return QcloudApi("lb", {"Region": self.name})  # expect: CLB203

    async def __aenter__(self):
        return self.__enter__()


with ExitStack() as stack:
    client = stack.enter_context(Region("gz"))
    answer = json.loads(client.call("DescribeQuota", {}))  # expect: CLB204 DescribeQuota
    print(answer["code"] == 4100)  # expect: CLB101 4100


async def main():
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(Region("sh"))
        answer = json.loads(client.call("DescribeQuota", {}))  # expect: CLB204 DescribeQuota
        return answer["code"] == 4400  # expect: CLB101 4400
