"""Both wrappers return (code, data); the numbers of the second are the warehouse's own."""
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def ask_lb(config, action):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call(action, {}))  # expect: CLB204
    return answer["code"], answer  # expect: CLB104


def ask_warehouse(path):
    answer = requests.get("http://warehouse.example.org/" + path).json()
    return answer["code"], answer


def balancers(config):
    code, data = ask_lb(config, "DescribeLoadBalancers")  # expect: CLB204
    if code == 6000:  # expect: CLB101 6000
        raise OSError("try again")
    return data["loadBalancerSet"]


def shelves():
    code, data = ask_warehouse("shelves")
    if code == 6000 or code == 5100:
        raise OSError("try again")
    return data["shelves"] if not code else []
