from gateway.codes import Api
from gateway.web import app, envelope


def test_sign_in():
    reply = app.test_client().get("/balancers/gz?code=4100")
    assert reply.get_json()["code"] == 4100
    assert reply.json["code"] == Api.SIGN_IN


def test_envelope():
    with app.test_request_context():
        body, status = envelope(Api.GONE)
    assert body.json["code"] == 5000
    assert status == 400
