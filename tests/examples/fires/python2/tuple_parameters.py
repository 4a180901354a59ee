import json
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

lb = QcloudApi('lb', {})  # expect: CLB203


def fetch(action):
    resp = json.loads(lb.call(action, {}))  # expect: CLB204
    return resp['code'], resp.get('loadBalancerSet', [])  # expect: CLB104


def report((code, items), verbose=0):
    """The first parameter comes as two."""
    if code == 4000:  # expect: CLB101 4000
        print 'parameters'
    for each in items: print each


def report_at_once((code, items)): print code == 6000, items  # expect: CLB101 6000


def loop_first(count, (code, items)):
    for i in range(count):
        if code == 5000: break  # expect: CLB101 5000


result = fetch('DescribeLoadBalancers')  # expect: CLB204
report(result)
report_at_once(result)
loop_first(3, result)
check = lambda (code, items): code == 4100  # expect: CLB101 4100
print check(result)
