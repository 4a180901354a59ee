import subprocess

import requests

from lib.joblist import JobList

labels = JobList()
codes = JobList()


def work(urls):
    for url in urls:
        labels.put(requests.get('https://labels.example.org/' + url).json())
        codes.put(subprocess.call(['lpr', url]))


def settle():
    lost = 0
    while len(labels):
        label = labels.take()
        code = codes.take()
        if label['code'] == 5000 or label['code'] == 4100:
            lost += 1
        if code == 5000 or code in (4000, 4400):
            lost += 1
    return lost
