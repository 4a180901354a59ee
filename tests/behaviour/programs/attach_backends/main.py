"""Attach servers to a layer four listener.

usage: main.py BALANCER LISTENER instance:port[:weight] ...
"""
import argparse
import json
import os
import sys
import time

from QcloudApi.qcloudapi import QcloudApi

TASK_DONE, TASK_FAILED, TASK_RUNNING = 0, 1, 2


def parse_backend(text):
    parts = text.split(":")
    backend = {"instanceId": parts[0], "port": int(parts[1])}
    backend["weight"] = int(parts[2]) if len(parts) > 2 else 10
    return backend


def connect():
    return QcloudApi("lb", {
        "Region": "gz",
        "secretId": os.environ["LB_SECRET_ID"],
        "secretKey": os.environ["LB_SECRET_KEY"],
        "method": "POST",
        "SignatureMethod": "HmacSHA256",
    })


def wait(service, request_id, attempts=10):
    """True when the task went well, False when not, None when we got tired."""
    for _ in range(attempts):
        answer = json.loads(service.call("DescribeLoadBalancersTaskResult", {"requestId": request_id}))
        if answer["code"] != 0:
            print("cannot ask for the task:", answer["message"])
            return False
        status = answer["data"]["status"]
        if status == TASK_DONE:
            return True
        if status == TASK_FAILED:
            return False
        time.sleep(1)
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("balancer")
    parser.add_argument("listener")
    parser.add_argument("backends", nargs="+", type=parse_backend)
    options = parser.parse_args()

    service = connect()
    answer = json.loads(service.call("RegisterInstancesWithForwardLBFourthListener", {
        "loadBalancerId": options.balancer,
        "listenerId": options.listener,
        "backends": [
            {"instanceId": b["instanceId"], "port": b["port"], "weight": b["weight"]}
            for b in options.backends
        ],
    }))
    code = answer["code"]
    if code == 5000:
        print("no such balancer or listener")
        return 4
    if code == 4000:
        print("the cloud does not like what we sent:", answer["message"])
        return 5
    if code:
        print("failed with code", code)
        return 1

    done = wait(service, answer["requestId"])
    if done is None:
        print("still running, look again later")
        return 6
    print("attached" if done else "not attached", len(options.backends), "backends")
    return 0 if done else 1


if __name__ == "__main__":
    sys.exit(main())
