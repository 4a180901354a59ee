"""Depending on the provider the answer is legacy or not; each branch looks at its own."""
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def allocate(provider, config, name):
    if provider == "tencent":
        service = QcloudApi("lb", config)  # expect: CLB203
        answer = json.loads(service.call("CreateLoadBalancer",  # expect: CLB204
                                         {"loadBalancerName": name}))
        code = answer["code"]  # expect: CLB104
        if code == 5300:  # expect: CLB101 5300
            raise RuntimeError("top up the account")
        return answer["unLoadBalancerIds"]
    elif provider == "hetzner":
        answer = requests.post("https://api.hetzner.cloud/v1/load_balancers", json={"name": name})
        answer = answer.json()
        code = answer["code"]
        if code == 5300 or code in (4000, 4400):
            raise RuntimeError(answer["message"])
        return [answer["load_balancer"]["id"]]
    else:
        code = 4000
        if code == 4000:
            raise ValueError(provider)
