from unittest import mock

from lbtool import listing
from tests import fakes


@mock.patch("lbtool.api.call", return_value=fakes.REFUSED)
def test_refused(call):
    assert listing.listing().code == 2
    assert call.return_value["code"] == 4100


def test_empty():
    with mock.patch("lbtool.api.call") as call:
        call.return_value = fakes.EMPTY
        outcome = listing.listing()
    assert outcome.code == 0
    assert fakes.EMPTY["code"] == 0
    assert call.call_count == 1
