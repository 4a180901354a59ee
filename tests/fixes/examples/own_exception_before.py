import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "ap-guangzhou", "secretId": "id", "secretKey": "key"})


class CloudError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def balancers(project):
    answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1, "projectId": project}))
    if answer["code"] != 0:
        raise CloudError(answer["code"], answer["message"])
    return [each["loadBalancerId"] for each in answer["loadBalancerSet"]]


def show(project):
    try:
        print(balancers(project))
    except CloudError as error:
        if error.code == 4106:
            print("a second factor is wanted")
        else:
            raise


show(0)
