import unittest
from unittest import mock

import keeper

PATCHED = {"client": "QcloudApi", "sleep": "sleep"}


def replaced(what, **options):
    return mock.patch("%s.%s" % (keeper.__name__, PATCHED[what]), **options)


class AliveTest(unittest.TestCase):
    def test_alive(self):
        with replaced("client") as factory:
            factory.return_value.call.return_value = b'{"code": 0, "message": "", "loadBalancerSet": []}'
            self.assertTrue(keeper.alive())

    def test_denied(self):
        with replaced("client") as factory:
            factory.return_value.call.return_value = b'{"code": 4100, "message": "no"}'
            self.assertFalse(keeper.alive())
