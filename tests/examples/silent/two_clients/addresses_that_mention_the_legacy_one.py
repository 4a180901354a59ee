"""The legacy address is sent along or turned into another one; the requests go elsewhere."""
import requests

OLD = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com
HOST = "lb.api.qcloud.com"  # expect: CLB201 lb.api.qcloud.com


def archived():
    answer = requests.get("https://archive.example.org/lookup?url=" + OLD).json()
    if answer["code"] == 5000:
        return None
    return answer["closest"]


def announce(text):
    answer = requests.post("https://chat.example.com/hook", json={"text": text, "link": OLD})
    return answer.json()["code"] == 0


def probe():
    answer = requests.get("https://probe.example.com/", params={"host": HOST}).json()
    if answer["code"] in (4100, 6000):
        raise SystemExit(answer["message"])
    return answer["alive"]


def new_address():
    url = OLD.replace(HOST, "clb.tencentcloudapi.com").replace("/v2/index.php", "/")
    response = requests.get(url, headers={"Referer": OLD}).json()["Response"]
    if response["Error"]["Code"] == "AuthFailure":
        raise PermissionError(response["Error"]["Message"])
    return response
