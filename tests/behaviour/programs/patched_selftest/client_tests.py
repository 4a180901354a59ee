import unittest
from unittest import mock

from keeper import client


class ConnectTest(unittest.TestCase):
    @mock.patch("keeper.client.QcloudApi")
    def test_connects_once(self, factory):
        made = client.connect()
        self.assertEqual(factory.call_count, 1)
        self.assertIs(made, factory.return_value)
