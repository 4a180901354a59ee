"""Two clients below one base class; what comes back depends on the subclass."""
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Client(object):
    name = "?"

    def send(self, action, params):
        raise NotImplementedError(self.name)


class BalancerClient(Client):
    name = "lb"

    def __init__(self, config):
        self.service = QcloudApi("lb", config)  # expect: CLB203

    def send(self, action, params):
        return json.loads(self.service.call(action, params))  # expect: CLB204


class TicketClient(Client):
    name = "tickets"

    def send(self, action, params):
        return requests.post("https://tickets.example.com/" + action, json=params).json()


def close_ticket(number):
    reply = TicketClient().send("close", {"number": number})
    if reply["code"] == 5000:
        return False
    return not reply["code"]


def has_balancer(config, name):
    reply = BalancerClient(config).send(  # expect: CLB204 DescribeLoadBalancers
        "DescribeLoadBalancers", {"loadBalancerName": name})
    return reply["totalCount"] == 4000
