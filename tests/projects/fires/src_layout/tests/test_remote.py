import os

import pytest
from lbctl import remote

CONFIG = {"Region": "gz", "secretId": os.environ.get("ID", ""), "secretKey": "wrong"}


@pytest.mark.live
def test_a_wrong_key_is_refused():
    answer = remote.describe(CONFIG, ["lb-1"])  # here: tested
    assert answer["code"] == 4100  # expect: CLB101 4100 via sdk client request tested
    assert "signature" in answer["message"]  # expect: CLB104
