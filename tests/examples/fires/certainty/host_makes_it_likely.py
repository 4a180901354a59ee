import requests

URL = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com


def ping(params):
    requests.get(URL, params=params)  # expect: CLB204


def verdict(errcode, text):
    if errcode == 6200:  # expect: CLB101 6200 likely
        return "maintenance: " + text
    return text
