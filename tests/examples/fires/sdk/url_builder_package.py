import requests
from qcloudapi.api import QcloudAPI  # expect: CLB202

SECRET_ID, SECRET_KEY = "id", "key"


def instances():
    builder = QcloudAPI()  # expect: CLB203
    builder.url("cvm.api.qcloud.com/v2/index.php").method("GET")  # expect: CLB201 cvm.api.qcloud.com
    builder.action("DescribeInstances").region("gz").secret_id(SECRET_ID)
    builder.nonce().timestamp().signature_method("HmacSHA1").sign(SECRET_KEY)
    reply = requests.get(builder.final()).json()  # expect: CLB204; CLB204
    if reply["code"] == 4100:  # expect: CLB101 4100
        raise SystemExit("signature refused")
    return reply["instanceSet"]
