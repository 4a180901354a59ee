import requests

URL = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com


def delete(params):
    page = requests.get(URL, params=params)  # expect: CLB204
    if "Success" not in page.text:  # expect: CLB102
        raise RuntimeError(page.text)
