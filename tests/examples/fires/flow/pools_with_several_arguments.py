import itertools
import json
from concurrent.futures import ThreadPoolExecutor, as_completed
from multiprocessing import Pool
from threading import Thread

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def ask(action="DescribeQuota"):
    return json.loads(QcloudApi("lb", {}).call(action, {}))  # expect: CLB203; CLB204


def named(action, name):
    return ask(action), name


def check(number, answer):
    print(number == 4100, answer["code"] == 4101)  # expect: CLB101 4101


def told(answer):
    print(answer["code"] == 4102)  # expect: CLB101 4102


pool = Pool(2)
print(pool.apply(named, ("DescribeQuota", "gz"))[0]["code"] == 4103)  # expect: CLB204 DescribeQuota; CLB101 4103
print(pool.apply_async(ask).get(timeout=3)["code"] == 4104)  # expect: CLB101 4104
pool.apply_async(ask, callback=told)
for answer in pool.map_async(ask, ["DescribeQuota"]).get():  # expect: CLB204
    print(answer["code"] == 4105, answer.get("data", {}).get("code") == 4100)  # expect: CLB101 4105
for answer, name in pool.starmap(named, [("DescribeQuota", "gz")]):  # expect: CLB204 DescribeQuota
    print(answer["code"] == 4106, name == 4100)  # expect: CLB101 4106
pool.starmap(check, zip([7], [ask()]))
list(itertools.starmap(check, [(7, ask())]))
Thread(target=check, kwargs={"number": 8, "answer": ask()}).start()

with ThreadPoolExecutor() as executor:
    jobs = [executor.submit(ask) for _ in range(3)]
    for job in as_completed(jobs):
        print(job.result()["code"] == 4107)  # expect: CLB101 4107
