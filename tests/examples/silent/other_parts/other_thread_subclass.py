import threading

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Worker(threading.Thread):
    def __init__(self, ask):
        super().__init__()
        self.ask = ask

    def run(self):
        self.answer = self.ask()


def quota():
    return QcloudApi("lb", {}).call("DescribeQuota", {})  # expect: CLB203; CLB204 DescribeQuota


legacy = Worker(quota)
other = Worker(lambda: requests.get("https://shop.example.com/orders").json())
for worker in (legacy, other):
    worker.start()
other.join(4100)
print(other.answer["code"] == 4100, other.name == 4100, legacy.ident == 4100)
