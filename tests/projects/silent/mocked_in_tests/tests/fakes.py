"""Numbers made up for tests; they never were in an answer of the cloud."""
from types import SimpleNamespace
from unittest.mock import MagicMock

REFUSED = {"code": 4100, "message": "no", "codeDesc": "AuthFailure"}
EMPTY = {"code": 0, "loadBalancerSet": []}


class FakeDaemon:
    def __init__(self, *codes):
        self.codes = list(codes)

    def ask(self):
        return {"code": self.codes.pop(0), "message": "made up"}


def daemon_mock(code):
    mock = MagicMock()
    mock.ask.return_value = SimpleNamespace(code=code, message="")
    return mock
