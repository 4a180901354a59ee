import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi('lb', {'Region': 'gz', 'secretId': 'x', 'secretKey': 'y'})  # expect: CLB203
answers = []
for lb in ('lb-1', 'lb-2', 'lb-3'):
    answers.append(json.loads(api.call('DescribeLBHealthStatus', {'loadBalancerId': lb})))  # expect: CLB204 DescribeLBHealthStatus

failed = 0
for number, answer in enumerate(answers):
    if answer['code'] == 5000:  # expect: CLB101 5000
        continue
    if answer['code'] != 0:  # expect: CLB102
        failed += 1
worst = next((a for a in answers if a['code'] == 6000), None)  # expect: CLB101 6000
