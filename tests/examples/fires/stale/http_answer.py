import requests


def post(headers, payload):
    answer = requests.post("https://clb.tencentcloudapi.com/", headers=headers, json=payload, timeout=60)
    response = answer.json()["Response"]
    error = response.get("Error")
    if error and error["Code"] == "4105":  # expect: CLB105 4105
        raise PermissionError(error["Message"])
    return response
