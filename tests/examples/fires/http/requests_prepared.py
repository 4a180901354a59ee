import requests


def ask(params, proxies=None):
    session = requests.Session()
    request = requests.Request("GET", "https://lb.api.qcloud.com/v2/index.php", params=params)  # expect: CLB201 lb.api.qcloud.com
    prepared = session.prepare_request(request)
    response = session.send(prepared, proxies=proxies, timeout=15)  # expect: CLB204
    answer = response.json()
    if answer["code"] == 4100:  # expect: CLB101 4100
        raise PermissionError(prepared.url)
    return answer
