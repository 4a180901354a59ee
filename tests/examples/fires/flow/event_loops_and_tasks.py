import asyncio
import functools
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def ask(action="DescribeQuota"):
    return json.loads(QcloudApi("lb", {}).call(action, {}))  # expect: CLB203; CLB204 DescribeQuota


async def fetch():
    return ask()


def told(task):
    print(task.result()["code"] == 4100)  # expect: CLB101 4100


async def main():
    loop = asyncio.get_running_loop()
    task = loop.create_task(fetch())
    task.add_done_callback(told)
    print((await task)["code"] == 4101)  # expect: CLB101 4101
    async with asyncio.TaskGroup() as group:
        task = group.create_task(fetch())
    print(task.result()["code"] == 4102)  # expect: CLB101 4102
    print((await loop.run_in_executor(None, ask))["code"] == 4103)  # expect: CLB101 4103
    bound = functools.partial(ask, action="DescribeLoadBalancers")
    print((await asyncio.to_thread(bound))["code"] == 4104)  # expect: CLB204 DescribeLoadBalancers; CLB101 4104
    done, _ = await asyncio.wait([fetch(), fetch()])
    return [task.result()["code"] == 4105 for task in done]  # expect: CLB101 4105


asyncio.run(main())
loop = asyncio.new_event_loop()
print(loop.run_until_complete(fetch())["code"] == 4106)  # expect: CLB101 4106
with asyncio.Runner() as runner:
    print(runner.run(fetch())["code"] == 4107)  # expect: CLB101 4107


def poll(loop: asyncio.AbstractEventLoop):
    future = asyncio.run_coroutine_threadsafe(fetch(), loop)
    return future.result()["code"] == 4108  # expect: CLB101 4108
