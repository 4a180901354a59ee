"""The old client, told to speak the new version: answers have the 3.0 form."""
import os

API_VERSION = "2017-03-12"

CLIENT = {
    "Region": "ap-guangzhou",
    "secretId": os.environ.get("QCLOUD_ID"),
    "secretKey": os.environ.get("QCLOUD_KEY"),
    "method": "POST",
    "Version": API_VERSION,
}
