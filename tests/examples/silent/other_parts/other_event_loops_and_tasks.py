import asyncio
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

legacy = QcloudApi("lb", {})  # expect: CLB203


def ask():
    return json.loads(requests.get("https://api.example.com/v1").text)


async def fetch():
    return ask()


def told(task):
    print(task.result()["code"] == 4100)


async def main():
    loop = asyncio.get_running_loop()
    task = loop.create_task(fetch())
    task.add_done_callback(told)
    print((await task)["code"] == 4101)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(fetch())
    print(task.result()["code"] == 4102)
    print((await loop.run_in_executor(None, ask))["code"] == 4103)
    done, _ = await asyncio.wait([fetch(), fetch()])
    return [task.result()["code"] == 4105 for task in done]


asyncio.run(main())
loop = asyncio.new_event_loop()
print(loop.run_until_complete(fetch())["code"] == 4106, loop.time() == 4100)
