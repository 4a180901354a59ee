from fastapi.testclient import TestClient

from mesh.http import Refused, unwrap
from mesh.server import app

client = TestClient(app)


def test_voucher():
    answer = client.post("/orders", params={"name": "a", "article": "b", "code": 4100}).json()
    assert answer["code"] == 4100


def test_refused():
    try:
        unwrap({"code": 4300, "message": "locked"})
    except Refused as refused:
        assert refused.code == 4300
