"""Each service has its own `check`; they look alike and only one meets legacy answers."""
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def check_lb(answer):
    if answer["code"] == 4400:  # expect: CLB101 4400
        raise TimeoutError("quota")
    return answer


def check_crm(answer):
    if answer["code"] == 4400:
        raise TimeoutError("quota")
    if answer["code"] in (4000, 5000) or answer["codeDesc"] == "Success":
        return None
    return answer


class Report:
    def __init__(self, config):
        self.lb = QcloudApi("lb", config)  # expect: CLB203

    def balancers(self):
        body = self.lb.call("DescribeLoadBalancers", {"limit": 100})  # expect: CLB204
        return check_lb(json.loads(body))["loadBalancerSet"]

    def customers(self, page):
        response = requests.get("https://crm.example.com/customers", params={"page": page})
        found = check_crm(response.json())
        return found["items"] if found else []
