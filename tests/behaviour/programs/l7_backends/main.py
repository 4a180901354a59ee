import json
import sys

from QcloudApi.qcloudapi import QcloudApi

USAGE = "usage: main.py LB LISTENER DOMAIN URL INSTANCE..."
PORT = 8080


def connect():
    config = {"secretId": "AKIDseven", "secretKey": "seven-key"}
    config["Region"] = "gz"
    return QcloudApi("lb", config)


def register(service, lb, listener, domain, url, instances):
    attempts = 3
    while True:
        attempts -= 1
        answer = json.loads(service.call("RegisterInstancesWithForwardLBSeventhListener", {
            "loadBalancerId": lb,
            "listenerId": listener,
            "domain": domain,
            "url": url,
            "backends": [{"instanceId": i, "port": PORT, "weight": "10"} for i in instances],
        }))
        if answer["code"] in (4400, 6000, 6200) and attempts:
            print("again,", attempts, "left")
            continue
        return answer


def main(argv):
    if len(argv) < 6:
        print(USAGE)
        return 64
    lb, listener, domain, url, *instances = argv[1:]
    answer = register(connect(), lb, listener, domain, url, instances)
    if answer["code"] == 0:
        print("registered", *instances)
        return 0
    print({4000: "wrong parameter", 5000: "unknown listener"}.get(answer["code"], "failed") + ": " + answer["message"])
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
