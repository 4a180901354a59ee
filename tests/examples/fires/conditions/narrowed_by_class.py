import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Reply(dict):
    pass


class OtherReply(dict):
    pass


def explain(reply):
    if isinstance(reply, Reply) and reply["code"] == 4100:  # expect: CLB101 4100
        return "signature"
    if not isinstance(reply, (Reply, OtherReply)):
        return "what is this?"
    if isinstance(reply, dict):
        print(reply["code"] == 4400)  # expect: CLB101 4400
    return "quota" if isinstance(reply, OtherReply) else reply["code"] == 4200  # expect: CLB101 4200


answer = json.loads(QcloudApi("lb", {}).call("DescribeQuota", {}))  # expect: CLB203; CLB204 DescribeQuota
explain(Reply(answer))


def parse(value):
    if isinstance(value, dict):
        return value["code"] == 5000  # expect: CLB101 5000 likely
    return None
