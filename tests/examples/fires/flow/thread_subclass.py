import json
import threading

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Worker(threading.Thread):
    def __init__(self, client):
        super().__init__()
        self.client = client

    def run(self):
        self.answer = json.loads(self.client.call("DescribeQuota", {}))  # expect: CLB204 DescribeQuota


worker = Worker(QcloudApi("lb", {}))  # expect: CLB203
worker.start()
worker.join()
print(worker.answer["code"] == 4100)  # expect: CLB101 4100
