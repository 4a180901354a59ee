import json

import pytest
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


@pytest.fixture(scope="module")
def client():
    return QcloudApi("lb", {"Region": "gz", "secretId": "i", "secretKey": "k"})  # expect: CLB203


@pytest.fixture
def answer(client):
    yield json.loads(client.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers


def test_balancers_are_listed(answer):
    assert answer["code"] == 0, answer["message"]  # expect: CLB102; CLB104


def test_unknown_key(client):
    refused = json.loads(client.call("DescribeLoadBalancers", {"Token": "x"}))  # expect: CLB204
    assert refused["code"] == 4105  # expect: CLB101 4105
