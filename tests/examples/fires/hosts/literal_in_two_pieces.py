import requests

URL = (
    "https://lb.api."  # expect: CLB201 lb.api.qcloud.com
    "qcloud.com/v2/index.php"
)


def get(params):
    data = requests.get(URL, params=params).json()  # expect: CLB204
    if data["code"] == 4103:  # expect: CLB101 4103
        raise PermissionError("no right")
    return data
