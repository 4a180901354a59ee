import json

from QcloudApi.qcloudapi import QcloudApi

REGIONS = ["ap-guangzhou", "ap-shanghai", "ap-beijing"]


def ask(region):
    service = QcloudApi("lb", {"Region": region, "secretId": "AKIDexample", "secretKey": "examplekey"})
    return json.loads(service.call("DescribeLoadBalancers", {"limit": 1}))


answers = [(region, ask(region)) for region in REGIONS]
# worst region last
answers.sort(key=lambda pair: (pair[1]["code"], pair[0]))
for region, answer in answers:
    print(region, "ok" if answer["code"] == 0 else "failing")
