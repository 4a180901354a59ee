"""The 3.0 SMS service: each number has a status code of its own, a string."""

from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.sms.v20210111 import models, sms_client

from accounts.models import Phone


def send(phones: list[Phone], template: str = "6100") -> list[Phone]:
    client = sms_client.SmsClient(credential.EnvironmentVariableCredential().get_credential(), "")
    request = models.SendSmsRequest()
    request.SmsSdkAppId = "1400000000"
    request.TemplateId = template
    request.PhoneNumberSet = [phone.number for phone in phones]
    try:
        answer = client.SendSms(request)
    except TencentCloudSDKException as error:
        if error.get_code() == "FailedOperation.InsufficientBalanceInSmsPackage":
            return phones
        raise
    failed = []
    for phone, status in zip(phones, answer.SendStatusSet):
        if status.Code != "Ok" and status.Code not in ("LimitExceeded.PhoneNumberDailyLimit",):
            failed.append(phone)
        if phone.code == 4000:
            print("area code 4000?")
    return failed
