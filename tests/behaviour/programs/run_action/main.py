"""run_action.py ACTION [key=value ...] - a poor man's qcloudcli."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi


def main(argv):
    action = argv[0]
    params = dict(pair.split("=", 1) for pair in argv[1:])
    service = QcloudApi("lb", {
        "Region": "gz",
        "secretId": "AKIDexample",
        "secretKey": "examplekey",
        "method": "POST",
    })
    answer = json.loads(service.call(action, params))
    if answer["code"] == 0:
        print("%s: done" % action)
        return 0
    print("%s: failed" % action)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
