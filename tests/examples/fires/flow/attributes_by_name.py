import json
from types import SimpleNamespace

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Logged:
    """Stands before a client."""

    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        attribute = getattr(self._target, name)

        def called(*args, **kwargs):
            print(name)
            return attribute(*args, **kwargs)

        return called


class Answer:
    def __init__(self, fields):
        self._fields = fields

    def __getattr__(self, name):
        return self._fields[name]


class Fields:
    def __init__(self, mapping):
        for name, value in mapping.items():
            setattr(self, name, value)


client = Logged(QcloudApi("lb", {}))  # expect: CLB203
answer = json.loads(client.call("DescribeQuota", {}))  # expect: CLB204 DescribeQuota
print(Answer(answer).code == 4110)  # expect: CLB101 4110
print(Answer(answer).message)  # expect: CLB104
print(Fields(answer).code == 4100)  # expect: CLB101 4100
short = SimpleNamespace(code=answer["code"], rows=[])  # expect: CLB104
print(short.code == 4400, short.rows)  # expect: CLB101 4400
