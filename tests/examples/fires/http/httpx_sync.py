import httpx


def fetch(params: dict[str, str]) -> dict:
    with httpx.Client(base_url="https://lb.api.qcloud.com", timeout=5.0) as client:  # expect: CLB201 lb.api.qcloud.com
        response = client.get("/v2/index.php", params=params)  # expect: CLB204
    payload = response.json()
    if payload["code"] == 4600:  # expect: CLB101 4600
        raise RuntimeError("https only")
    return payload
