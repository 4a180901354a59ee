"""Tencent's old SMS service has an SDK and numbers of its own (`result`, `errmsg`)."""
from qcloudsms_py import SmsMultiSender, SmsSingleSender
from qcloudsms_py.httpclient import HTTPError

from notify.settings import APP_ID, APP_KEY, SIGN

TEMPLATE = 6100


def send(phone, words):
    sender = SmsSingleSender(APP_ID, APP_KEY)
    try:
        result = sender.send_with_param(86, phone, TEMPLATE, words, sign=SIGN, extend="", ext="")
    except HTTPError as error:
        print(error)
        return False
    if result["result"] == 1014 or result["result"] == 4000:
        print(result["errmsg"])
        return False
    if result["code"] == 5100:
        return False
    return result["result"] == 0


def send_all(phones, words):
    sender = SmsMultiSender(APP_ID, APP_KEY)
    result = sender.send_with_param(86, phones, TEMPLATE, words, sign=SIGN, extend="", ext="")
    return [one["mobile"] for one in result["detail"] if one["result"] != 0]
