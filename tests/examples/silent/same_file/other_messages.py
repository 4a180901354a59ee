"""`message` and `code` are common words; only the envelope's count."""
import json
import logging
import sys

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from audit.events import Event


class Formatter(logging.Formatter):
    def format(self, record):
        return "%s %s" % (record.message, record.levelno == 5000)


def push(config, event: Event, commit: dict):
    print(event.message, event.code, commit["message"], commit.get("code"))
    service = QcloudApi("monitor", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeAlarms", {}))  # expect: CLB204
    if answer["code"] != 0:  # expect: CLB102
        print(answer["message"])  # expect: CLB104
        return
    for alarm in answer["alarms"]:
        print(alarm["message"], alarm["code"], alarm.get("codeDesc"))
    try:
        json.loads(commit["body"])
    except json.JSONDecodeError as error:
        sys.exit(error.msg)
