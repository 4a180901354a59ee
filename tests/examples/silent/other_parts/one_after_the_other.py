import functools
import itertools
import json

import requests
import six
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

legacy = json.loads(QcloudApi("lb", {}).call("DescribeQuota", {}))  # expect: CLB203; CLB204


def ask():
    return json.loads(requests.get("https://api.example.com/v1").text)


answers = [ask(), ask()]
first, *others = answers
print([each["code"] == 4100 for each in others])
print(max(answer["code"] for answer in answers) == 4101, max(legacy["limit"], 80) == 4100)
print(functools.reduce(lambda one, other: other, answers, None)["code"] == 4102)
for answer in itertools.chain(answers, [ask()]):
    print(answer["code"] == 4103)
for answer, other in itertools.zip_longest(answers, [legacy]):
    print(answer["code"] == 4104, other["limit"] == 4104)
for code, group in itertools.groupby(answers, key=lambda answer: answer["code"]):
    print(code == 4105, [answer["code"] == 4106 for answer in group])
for limit, group in itertools.groupby([legacy], key=lambda answer: answer["limit"]):
    print(limit == 4107, group)
print(json.loads(json.dumps(answers[0]))["code"] == 4112)
for name, answer in six.iteritems({"gz": answers[0], "sh": legacy["quota"]}):
    print(name, dict.get(answer, "code") == 4400)
