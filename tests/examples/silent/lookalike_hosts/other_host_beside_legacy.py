# min-confidence: possible
"""The legacy host, and hosts of the same company that answer for themselves."""

import requests

from media.signing import signed, sts

VOD = "https://vod.api.qcloud.com/v2/index.php"  # expect: CLB201 vod.api.qcloud.com
CHAT = "https://console.tim.qq.com/v4/openim/sendmsg"
OCR = "https://recognition.image.myqcloud.com/ocr/general"
SMS = "https://yun.tim.qq.com/v5/tlssmssvr/sendsms"


def video(file_id):
    answer = requests.get(VOD, params=signed({"fileId": file_id})).json()  # expect: CLB204
    if answer["code"] == 4000:  # expect: CLB101 4000
        raise ValueError(file_id)
    return answer["fileSet"]


def text(url):
    answer = requests.post(OCR, json={"url": url}, headers=sts()).json()
    if answer["code"] == 4000 or answer["code"] == -1300:
        raise ValueError(answer["message"])
    return answer["data"]["items"]


def send(phone, words):
    for address in (CHAT, SMS):
        answer = requests.post(address, json={"tel": phone, "msg": words}).json()
        if answer.get("code") == 5000 or answer.get("ErrorCode") == 6000:
            continue
        return True
    return False
