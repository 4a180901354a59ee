import base64
import hashlib
import hmac
from urllib.parse import quote

import httpx


class Signer:
    host = "lb.api.qcloud.com"  # expect: CLB201 lb.api.qcloud.com

    def __init__(self, secret_id: str, secret_key: str) -> None:
        self.secret_id, self.secret_key = secret_id, secret_key

    def url(self, params: dict[str, str]) -> str:
        params = {**params, "SecretId": self.secret_id, "SignatureMethod": "HmacSHA256"}
        query = "&".join(f"{key}={params[key]}" for key in sorted(params))
        source = f"GET{self.host}/v2/index.php?{query}"
        mac = hmac.new(key=self.secret_key.encode(), msg=source.encode(), digestmod=hashlib.sha256)  # expect: CLB205
        signature = quote(base64.b64encode(mac.digest()))
        return f"https://{self.host}/v2/index.php?{query}&Signature={signature}"


def names(signer: Signer) -> list[str]:
    answer = httpx.get(signer.url({"Action": "DescribeLoadBalancers"})).json()  # expect: CLB204
    if answer["code"] == 4104:  # expect: CLB101 4104
        raise PermissionError("unknown SecretId")
    return [item["loadBalancerName"] for item in answer["loadBalancerSet"]]


print(names(Signer("id", "key")))
