"""Functions that a platform or a library calls with events of its own."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def main_handler(event, context):
    if event["code"] == 4100 or json.loads(event["body"])["code"] != 0:
        return {"statusCode": 400}
    service = QcloudApi("lb", event["config"])  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    return {"statusCode": 200 if answer["code"] == 0 else 502}  # expect: CLB102


def on_close(connection, code, reason):
    if code == 4000 or code in (4100, 4400):
        print("closed by the exchange:", reason)
