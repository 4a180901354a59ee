import json
import unittest

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

CONFIG = {"Region": "gz", "secretId": "x", "secretKey": "y"}


class LiveBalancers(unittest.TestCase):
    def setUp(self):
        self.api = QcloudApi("lb", CONFIG)  # expect: CLB203

    def ask(self, action, **params):
        return json.loads(self.api.call(action, params))  # expect: CLB204

    def test_list(self):
        answer = self.ask("DescribeLoadBalancers", limit=1)  # expect: CLB204 DescribeLoadBalancers
        self.assertEqual(answer["code"], 0)  # expect: CLB102

    def test_unknown_balancer(self):
        answer = self.ask("DescribeLBHealthStatus", loadBalancerId="lb-none")  # expect: CLB204 DescribeLBHealthStatus
        self.assertEqual(5000, answer["code"])  # expect: CLB101 5000
        self.assertNotEqual(answer["code"], 4100, answer["message"])  # expect: CLB101 4100; CLB104
        self.assertIn(answer["code"], (5000, 5100))  # expect: CLB101 5000 5100
        self.assertTrue(answer["code"] == 5000)  # expect: CLB101 5000
