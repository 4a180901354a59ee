"""Two `code` in one answer: the one of urllib is an HTTP status, the one in the body is legacy."""
import json
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from tools.signer import authorised

ENDPOINT = "https://vpc.api.qcloud.com/v2/index.php"  # expect: CLB201


def vpcs(region: str) -> list:
    data = urlencode(authorised({"Region": region})).encode()
    try:
        with urlopen(Request(ENDPOINT, data=data), timeout=5) as answer:  # expect: CLB204
            if answer.status != 200 or answer.code != 200 or answer.getcode() > 200:
                raise OSError(answer.msg)
            body = json.loads(answer.read())
    except HTTPError as error:
        code = error.code
        if code == 404:
            return []
        raise OSError(f"HTTP {code}") from error
    code = body["code"]  # expect: CLB104
    if code:  # expect: CLB102
        raise LookupError(region)
    return body["data"]
