import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from lib.joblist import JobList

answers = JobList()


def work(config, names):
    service = QcloudApi('lb', config)  # expect: CLB203
    for name in names:
        params = {'loadBalancerIds.0': name}
        answers.put(json.loads(service.call('DeleteLoadBalancers', params)))  # expect: CLB204  # here: delete


def settle():
    missing = 0
    while len(answers):
        answer = answers.take()
        if answer['code'] == 5000:  # expect: CLB101 5000 via delete
            missing += 1
    return missing
