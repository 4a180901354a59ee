# min-confidence: possible
"""AWS: the code sits at response["Error"]["Code"] and is a string."""

import boto3
from botocore.exceptions import ClientError

elb = boto3.client("elbv2", region_name="eu-central-1")
sqs = boto3.client("sqs")

GONE = {"LoadBalancerNotFound", "TargetGroupNotFound", "5000"}


def balancer(name: str) -> dict | None:
    try:
        answer = elb.describe_load_balancers(Names=[name])
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code in GONE or code == "4104":
            return None
        if error.response["code"] == 4100:
            raise PermissionError(error.response["Error"]["Message"]) from error
        raise
    return answer["LoadBalancers"][0]


def drain(queue: str) -> int:
    answer = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)
    if answer["code"] == 6000:
        return 0
    return sum(message["Body"] == "4100" for message in answer.get("Messages", []))
