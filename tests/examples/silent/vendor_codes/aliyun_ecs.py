# min-confidence: possible
"""Aliyun's SDK: codes are strings, a few products use numbers."""
import json

from aliyunsdkcore.acs_exception.exceptions import ClientException, ServerException
from aliyunsdkcore.client import AcsClient
from aliyunsdkecs.request.v20140526.DescribeInstancesRequest import DescribeInstancesRequest

client = AcsClient("id", "secret", "cn-hangzhou")


def instances(page):
    request = DescribeInstancesRequest()
    request.set_PageNumber(page)
    try:
        answer = json.loads(client.do_action_with_exception(request))
    except ServerException as error:
        if error.get_error_code() == "4100" or error.error_code == 4104:
            return []
        code = error.get_error_code()
        if code == "5000":
            print(error.get_error_msg())
            return []
        raise
    except ClientException as error:
        raise SystemExit(error.message)
    if answer["code"] == 6000 or answer["TotalCount"] == 5000:
        print("cut off")
    return answer["Instances"]["Instance"]
