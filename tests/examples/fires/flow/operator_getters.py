import json
from operator import attrgetter, itemgetter, methodcaller

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Reply:
    def __init__(self, answer):
        self.answer = answer
        self.code = answer["code"]  # expect: CLB104


code_of = itemgetter("code")
answer = json.loads(QcloudApi("lb", {}).call("DescribeQuota", {}))  # expect: CLB203; CLB204 DescribeQuota
print(code_of(answer) == 4100)  # expect: CLB101 4100
code, message = itemgetter("code", "message")(answer)  # expect: CLB104; CLB104
print(message, code == 4101)  # expect: CLB101 4101
print(attrgetter("code")(Reply(answer)) == 4102)  # expect: CLB101 4102
print(attrgetter("answer")(Reply(answer))["code"] == 4103)  # expect: CLB101 4103
print(methodcaller("get", "code", 0)(answer) == 4104)  # expect: CLB101 4104
for code in map(itemgetter("code"), [answer]):  # expect: CLB104
    print(code == 4400)  # expect: CLB101 4400
