import pytest

from tests.fakes import REFUSED, FakeDaemon, daemon_mock


@pytest.mark.parametrize("code", [4000, 4100, 5000])
def test_daemon(code):
    answer = FakeDaemon(code, 0).ask()
    assert answer["code"] == code
    assert answer["code"] in (4000, 4100, 5000)
    assert daemon_mock(4400).ask().code == 4400


def test_refused_is_refused():
    assert REFUSED["code"] == 4100
    assert REFUSED["codeDesc"] == "AuthFailure"
