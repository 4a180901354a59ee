import functools
import json
import time

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203


def patient(times, pause=1.0):
    def decorate(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            answer = function(*args, **kwargs)
            for _ in range(times):
                if answer["code"] not in (4400, 6200):  # expect: CLB101 4400 6200
                    break
                time.sleep(pause)
                answer = function(*args, **kwargs)
            return answer

        return inner

    return decorate


@patient(3)
def backends(lb_id):
    return json.loads(lb.call("DescribeLoadBalancerBackends", {"loadBalancerId": lb_id}))  # expect: CLB204 DescribeLoadBalancerBackends


if backends("lb-7")["code"] == 4102:  # expect: CLB101 4102
    print("no right to this balancer")
