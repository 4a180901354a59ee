from requests import request

HOST = "https://eip.api.qcloud.com"  # expect: CLB201 eip.api.qcloud.com


def release(ids, auth):
    query = {"Action": "DeleteEip", **{f"eipIds.{i}": eip for i, eip in enumerate(ids)}, **auth}
    response = request("GET", HOST + "/v2/index.php", params=query)  # expect: CLB204 DeleteEip
    result = response.json()
    assert result["code"] != 4102, "not our address"  # expect: CLB101 4102
    return result
