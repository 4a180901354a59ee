import json
import sys
import time

from QcloudApi.qcloudapi import QcloudApi


class Error(Exception):
    pass


class ListenerMaker(object):
    """Makes a TCP listener on an application load balancer and waits for it."""

    DELAY = 1

    def __init__(self, region, secret_id, secret_key):
        self.service = QcloudApi("lb", {
            "Region": region,
            "secretId": secret_id,
            "secretKey": secret_key,
        })

    def make(self, balancer, port, name):
        params = {
            "loadBalancerId": balancer,
            "listeners": [{
                "loadBalancerPort": port,
                "protocol": 2,          # TCP
                "listenerName": name,
                "sessionExpire": 0,
                "healthSwitch": 1,
                "timeOut": 2,
                "intervalTime": 5,
                "healthNum": 3,
                "unhealthNum": 3,
                "scheduler": "wrr",
            }],
        }
        data = json.loads(self.service.call("CreateForwardLBFourthLayerListeners", params))
        if data["code"] != 0:
            if data["code"] == 5200 or data["code"] == 4400:
                raise Error("no room for another listener")
            elif data["code"] == 4000:
                raise Error("port %d is no good" % port)
            raise Error(data["message"])
        self.wait(data["requestId"])
        return data["listenerIds"][0]

    def wait(self, request_id):
        for _ in range(10):
            data = json.loads(self.service.call("DescribeLoadBalancersTaskResult", {"requestId": request_id}))
            if data["code"] != 0:
                raise Error("lost the task")
            if data["data"]["status"] == 0:
                return
            if data["data"]["status"] == 1:
                raise Error("the task failed")
            time.sleep(self.DELAY)
        raise Error("it takes too long")

    def ports(self, balancer):
        data = json.loads(self.service.call("DescribeForwardLBListeners", {"loadBalancerId": balancer}))
        return [] if data["code"] else sorted(item["loadBalancerPort"] for item in data["listenerSet"])


if __name__ == "__main__":
    maker = ListenerMaker("ap-guangzhou", "AKIDmaker", "maker-key")
    balancer, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    try:
        made = maker.make(balancer, port, name)
    except Error as e:
        print("create_listener: %s" % e)
        sys.exit(1)
    print("made a listener:", bool(made))
    print("ports now:", maker.ports(balancer))
