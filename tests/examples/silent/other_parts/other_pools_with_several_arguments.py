import json
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pool

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

legacy = json.loads(QcloudApi("lb", {}).call("DescribeQuota", {}))  # expect: CLB203; CLB204


def ask(url="https://api.example.com/v1"):
    return json.loads(requests.get(url).text)


def check(answer, other, port):
    print(answer["total"], other["code"] == 4100, port == 4101)


pool = Pool(2)
print(pool.apply_async(ask).get(timeout=3)["code"] == 4102)
for answer in pool.map_async(ask, ["https://api.example.com/v2"]).get():
    print(answer["code"] == 4103)
pool.starmap(check, [(legacy, ask(), 80)])
pool.apply(check, (legacy, ask(), 80))
print(pool.apply_async(callable, (legacy,)).get() == 4104)

with ThreadPoolExecutor() as executor:
    jobs = [executor.submit(ask) for _ in range(3)]
    print([job.result()["code"] == 4105 for job in jobs])
