import json
from urllib.parse import urlencode
from urllib.request import Request, urlopen


def post(params):
    data = urlencode(params).encode()
    request = Request("https://lb.api.qcloud.com/v2/index.php", data=data)  # expect: CLB201 lb.api.qcloud.com
    request.add_header("Content-Type", "application/x-www-form-urlencoded")
    response = urlopen(request)  # expect: CLB204
    content = json.loads(response.read())
    if content["code"] == 4106:  # expect: CLB101 4106
        raise PermissionError("MFA needed")
    return content
