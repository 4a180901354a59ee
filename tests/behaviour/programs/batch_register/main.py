#!/usr/bin/env python3
"""Reads `instance [weight]` lines and registers them in batches."""
import json
import sys
import time

from QcloudApi.qcloudapi import QcloudApi

BATCH = 2
RETRY_CODES = (4400, 6000, 6200)   # worth another try


def read_backends(stream):
    for line in stream:
        line = line.split("#")[0].strip()
        if not line:
            continue
        words = line.split()
        yield words[0], int(words[1]) if len(words) > 1 else 10


def register(service, balancer, batch):
    params = {"loadBalancerId": balancer}
    for n, (instance, weight) in enumerate(batch):
        params["backends.%d.instanceId" % n] = instance
        params["backends.%d.weight" % n] = weight
    tries = 3
    while True:
        tries -= 1
        resp = json.loads(service.call("RegisterInstancesWithLoadBalancer", params))
        code = int(resp["code"])
        if code == 0:
            return resp["requestId"]
        if code in RETRY_CODES and tries > 0:
            print("busy, trying again")
            time.sleep(2)
            continue
        print("batch refused:", resp["message"])
        return None


def finished(service, task):
    resp = json.loads(service.call("DescribeLoadBalancersTaskResult", {"requestId": task}))
    if int(resp["code"]) != 0:
        return False
    return resp["data"]["status"] == 0


if __name__ == "__main__":
    balancer = sys.argv[1]
    service = QcloudApi("lb", {"Region": "ap-guangzhou",
                               "secretId": "AKIDbatch",
                               "secretKey": "batch-key"})
    backends = list(read_backends(sys.stdin))
    good = bad = 0
    for start in range(0, len(backends), BATCH):
        batch = backends[start:start + BATCH]
        task = register(service, balancer, batch)
        if task is None:
            bad += len(batch)
            continue
        for _ in range(5):
            if finished(service, task):
                good += len(batch)
                print("registered", ", ".join(name for name, _ in batch))
                break
            time.sleep(1)
        else:
            bad += len(batch)
            print("timed out on", ", ".join(name for name, _ in batch))
    print("%d registered, %d not" % (good, bad))
    sys.exit(1 if bad else 0)
