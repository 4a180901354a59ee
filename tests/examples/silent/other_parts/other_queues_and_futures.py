import json
import queue
from concurrent import futures

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def ask(action):
    return json.loads(QcloudApi("lb", {}).call(action, {}))  # expect: CLB203; CLB204


def orders(name):
    return requests.get("https://orders.example.com/" + name).json()


legacy = queue.Queue()
legacy.put(ask("DescribeQuota"))  # expect: CLB204 DescribeQuota
others = queue.Queue(maxsize=5000)
others.put(orders("new"))
print(others.get()["code"] == 4100, legacy.qsize() == 4100, others.maxsize == 5000)

with futures.ThreadPoolExecutor() as pool:
    jobs = {pool.submit(orders, name): name for name in ["new", "old"]}
    for job in futures.as_completed(jobs):
        print(jobs[job], job.result()["code"] == 4102)
    done, late = futures.wait(jobs)
    print([job.result()["code"] == 4103 for job in done], len(late) == 4103)
