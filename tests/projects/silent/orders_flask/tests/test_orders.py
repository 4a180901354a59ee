from orders import codes


def test_needs_a_user(client):
    answer = client.post("/orders", json={"code": 17}).get_json()
    assert answer["code"] == codes.NOT_SIGNED_IN
    assert answer["codeDesc"] != "Success"


def test_numbers_end(client):
    reply = client.get("/orders/5000")
    assert reply.status_code == 404
    assert reply.json["code"] == 5000
    assert reply.json["code"] in codes.HTTP_STATUS
