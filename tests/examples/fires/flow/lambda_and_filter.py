import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
health = lambda lb: json.loads(api.call("DescribeLBHealthStatus", {"loadBalancerId": lb}))  # expect: CLB204 DescribeLBHealthStatus
missing = lambda answer: answer["code"] == 5000  # expect: CLB101 5000

answers = list(map(health, ["lb-1", "lb-2"]))
print(len([a for a in answers if missing(a)]))
print(list(filter(lambda a: a["code"] == 4102, answers)))  # expect: CLB101 4102
