import json
import string
import commands
import httplib2
import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

PORTS = {'web': 4100}


def ask(url):
    return json.loads(requests.get(url).text)


legacy = QcloudApi('lb', {})  # expect: CLB203
answers = {'a': ask('https://api.example.com/a'), 'b': ask('https://api.example.com/b')}
for name, answer in answers.iteritems():
    print name, answer['code'] == 4100, answer.has_key('code')
for answer in answers.itervalues():
    for port in PORTS.itervalues():
        print answer['code'] == port
first = iter([ask('https://api.example.com/c')]).next()
print string.atoi(first['code']) == 4110, cmp(first['code'], 4400) == 0
head, body = httplib2.Http().request('https://api.example.com/d', 'GET')
print head.status == 4100, json.loads(body)['code'] == 4102
status, output = commands.getstatusoutput('vendorctl list')
print status == 4100, json.loads(output)['code'] == 4103
print requests.get('https://api.example.com/e').json['code'] == 4104
