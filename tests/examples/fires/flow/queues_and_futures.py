import asyncio
import json
import queue
from concurrent import futures
from multiprocessing.pool import ThreadPool

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def ask(action):
    return json.loads(QcloudApi("lb", {}).call(action, {}))  # expect: CLB203; CLB204


waiting = queue.Queue(maxsize=8)
waiting.put(ask("DescribeQuota"))  # expect: CLB204 DescribeQuota
print(waiting.get()["code"] == 4100)  # expect: CLB101 4100
for answer in iter(waiting.get, None):
    print(answer["code"] == 4101)  # expect: CLB101 4101

with futures.ThreadPoolExecutor() as pool:
    jobs = {pool.submit(ask, name): name for name in ["DescribeLoadBalancers"]}  # expect: CLB204 DescribeLoadBalancers
    for job in futures.as_completed(jobs):
        print(jobs[job], job.result()["code"] == 4102)  # expect: CLB101 4102
    done, late = futures.wait(jobs)
    print([job.result()["code"] == 4103 for job in done], late)  # expect: CLB101 4103

with ThreadPool(2) as pool:
    for answer in pool.imap_unordered(ask, ["DescribeQuota"]):  # expect: CLB204 DescribeQuota
        print(answer["code"] == 4104)  # expect: CLB101 4104


async def pipe():
    line = asyncio.Queue()
    await line.put(ask("DescribeQuota"))  # expect: CLB204 DescribeQuota
    return (await line.get())["code"] == 4110  # expect: CLB101 4110
