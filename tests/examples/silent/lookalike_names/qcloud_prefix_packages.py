"""Packages whose names begin with `qcloud` and that are not the legacy SDK."""

import logging

from qcloud_cos import CosConfig, CosS3Client
from qcloud_image import CIFile, Client
from qcloudsms_py import SmsVoiceVerifyCodeSender

from website.secrets import APP_ID, ID, KEY, SMS_ID, SMS_KEY

log = logging.getLogger("qcloudapi")


def read_text(path: str) -> str:
    client = Client(APP_ID, ID, KEY, "faces")
    client.use_http()
    answer = client.general_ocr(CIFile(path))
    if answer["code"] == 0:
        return answer["data"]["items"][0]["itemstring"]
    if answer["code"] in (4, 4000) or answer["message"] == "4100":
        log.warning("%s", answer["message"])
    return ""


def dial(phone: str, code: str) -> bool:
    result = SmsVoiceVerifyCodeSender(SMS_ID, SMS_KEY).send(86, phone, code)
    return result["result"] == 0 and code != "4100"


def bucket() -> CosS3Client:
    return CosS3Client(CosConfig(Region="ap-shanghai", SecretId=ID, SecretKey=KEY))
