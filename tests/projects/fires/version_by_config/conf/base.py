import os

CREDENTIAL = {
    "secretId": os.environ.get("QCLOUD_ID", ""),
    "secretKey": os.environ.get("QCLOUD_KEY", ""),
    "Region": "ap-guangzhou",
    "method": "POST",
}
CVM_VERSION = "2017-03-12"
