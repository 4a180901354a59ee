import json
import string
import commands
import httplib2
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

TEXTS = {4100: 'signature', 4101: 'limit'}  # expect: CLB103 4100 4101
CODES = {'token': 4104}  # expect: CLB103 4104


def ask(action):
    return json.loads(QcloudApi('lb', {}).call(action, {}))  # expect: CLB203; CLB204


answers = {'gz': ask('DescribeLoadBalancers'), 'sh': ask('DescribeQuota')}  # expect: CLB204; CLB204
for region, answer in answers.iteritems():
    print region, answer['code'] == 4100  # expect: CLB101 4100
    if answer.has_key('code') and TEXTS.has_key(answer['code']):  # expect: CLB104; CLB101
        print region
for answer in answers.itervalues():
    for code in CODES.itervalues():
        print answer['code'] == code  # expect: CLB101 4104
first = iter([ask('DescribeQuota')]).next()  # expect: CLB204
if string.atoi(first['code']) == 4110:  # expect: CLB101 4110
    print 'quota'
if cmp(first['code'], 4400) == 0:  # expect: CLB101 4400
    print 'again'

head, body = httplib2.Http().request('http://lb.api.qcloud.com/v2/index.php', 'GET')  # expect: CLB201; CLB204
if head.status == 4100 or json.loads(body)['code'] == 4102:  # expect: CLB101 4102
    print body
status, output = commands.getstatusoutput('qcloudcli lb DescribeLoadBalancers')  # expect: CLB206
if status == 4100 or json.loads(output)['code'] == 4103:  # expect: CLB101 4103
    print output
