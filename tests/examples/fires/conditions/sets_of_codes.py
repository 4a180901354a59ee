import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

RETRY = {4400, 6000}  # expect: CLB103 4400 6000


def ask(action):
    return json.loads(QcloudApi("lb", {}).call(action, {}))  # expect: CLB203; CLB204


codes = {ask(name)["code"] for name in ["DescribeQuota"]}  # expect: CLB104; CLB204 DescribeQuota
print(codes == {0})  # expect: CLB102
print(codes - {0})  # expect: CLB102
print(codes & RETRY)  # expect: CLB101 4400 6000
print({4100, 4101} & codes)  # expect: CLB101 4100 4101
print(codes <= {0, 4102})  # expect: CLB101 0 4102
print(codes.isdisjoint([4103]), codes.issubset({4104}))  # expect: CLB101 4103; CLB101 4104
answer = ask("DescribeQuota")  # expect: CLB204 DescribeQuota
print((answer["code"], answer["total"]) == (4110, 3))  # expect: CLB101 4110
