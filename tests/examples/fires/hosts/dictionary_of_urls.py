import requests

URLS = {
    "lb": "https://lb.api.qcloud.com/v2/index.php",  # expect: CLB201 lb.api.qcloud.com
    "eip": "https://eip.api.qcloud.com/v2/index.php",  # expect: CLB201 eip.api.qcloud.com
}


def get(kind, params):
    answer = requests.get(URLS[kind], params=params).json()  # expect: CLB204
    if answer["code"] == 4102:  # expect: CLB101 4102
        raise PermissionError(kind)
    return answer
