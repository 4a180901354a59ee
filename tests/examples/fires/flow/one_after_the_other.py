import copy
import functools
import itertools
import json

import six
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def ask():
    return json.loads(QcloudApi("lb", {}).call("DescribeQuota", {}))  # expect: CLB203; CLB204


answers = [ask(), ask()]
first, *others = answers
print([each["code"] == 4100 for each in others])  # expect: CLB101 4100
print(max(answer["code"] for answer in answers) == 4101)  # expect: CLB101 4101
print(functools.reduce(lambda one, other: other, answers, None)["code"] == 4102)  # expect: CLB101 4102
for answer in itertools.chain(answers, [ask()]):
    print(answer["code"] == 4103)  # expect: CLB101 4103
for answer, number in itertools.zip_longest(answers, [4100]):
    print(answer["code"] == 4104, number)  # expect: CLB101 4104
for code, group in itertools.groupby(answers, key=lambda answer: answer["code"]):  # expect: CLB104
    print(code == 4105, [answer["code"] == 4106 for answer in group])  # expect: CLB101 4105; CLB101 4106
for answer in itertools.takewhile(lambda answer: answer["code"] == 4107, answers):  # expect: CLB101 4107
    print(answer["code"] == 4108)  # expect: CLB101 4108
found = next((answer for answer in answers if answer["code"] == 4109), None)  # expect: CLB101 4109
print(found["code"] == 4110, copy.deepcopy(found)["code"] == 4111)  # expect: CLB101 4110; CLB101 4111
print(json.loads(json.dumps(found))["code"] == 4112)  # expect: CLB101 4112
for name, answer in six.iteritems({"gz": found}):
    print(name, dict.get(answer, "code") == 4400)  # expect: CLB101 4400
