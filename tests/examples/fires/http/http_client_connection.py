import http.client
import json
from urllib.parse import urlencode


def ask(params):
    connection = http.client.HTTPSConnection("lb.api.qcloud.com", timeout=20)  # expect: CLB201 lb.api.qcloud.com
    try:
        connection.request("GET", "/v2/index.php?" + urlencode(params))  # expect: CLB204
        response = connection.getresponse()
        if response.status != 200:
            raise OSError(response.status)
        answer = json.loads(response.read())
    finally:
        connection.close()
    if answer["code"] == "4100":  # expect: CLB101 4100
        raise PermissionError(answer["message"])  # expect: CLB104
    return answer
