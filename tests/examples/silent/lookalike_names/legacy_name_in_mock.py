"""Tests of the deployment package; what is patched is its own class."""
import json
import unittest
from unittest import mock

from deployer import rollout


class RolloutTest(unittest.TestCase):
    def setUp(self):
        patcher = mock.patch("deployer.providers.CloudApi", autospec=True)
        self.api = patcher.start().return_value
        self.addCleanup(patcher.stop)

    def test_answers_of_the_daemon(self):
        self.api.call.return_value = json.dumps({"code": 4100, "message": "no"})
        result = rollout.run("4.1.0")
        self.assertEqual(result.exit_code, 1)
        self.api.call.assert_called_once_with("Rollout", {"version": "4.1.0"})

    def test_daemon_is_busy(self):
        answer = mock.Mock(code=5000, message="busy")
        self.api.call.return_value = answer
        self.assertEqual(answer.code, 5000)
        assert rollout.run("4.1.0").exit_code == 75
