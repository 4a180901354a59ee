import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
answers = [json.loads(api.call("DescribeLBHealthStatus", {"loadBalancerId": lb})) for lb in ("a", "b")]  # expect: CLB204 DescribeLBHealthStatus
answers.sort(key=lambda answer: answer["code"])  # expect: CLB104
for answer in answers:
    print("%d %s" % (answer["code"], answer["message"]))  # expect: CLB104; CLB104
