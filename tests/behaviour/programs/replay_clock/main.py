"""4200 is what the signature page names for an expired request."""
import json
import time

from QcloudApi.qcloudapi import QcloudApi

lb = QcloudApi('lb', {'Region': 'hk', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})


def names():
    for attempt in range(2):
        data = json.loads(lb.call('DescribeLoadBalancers', {'limit': 100}))
        if data['code'] == 4200:
            time.sleep(0)
            continue
        break
    return data


data = names()
if data['code'] == 0:
    print(sorted(item['loadBalancerName'] for item in data['loadBalancerSet']))
else:
    print('no list')
