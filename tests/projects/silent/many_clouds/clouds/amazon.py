import boto3
from botocore.exceptions import ClientError

from . import common


def delete(key, secret, name):
    elb = boto3.client("elbv2", aws_access_key_id=key, aws_secret_access_key=secret)
    try:
        elb.delete_load_balancer(LoadBalancerArn=name)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code in ("4100", "AccessDenied") or code == 4100:
            return common.Outcome(common.Outcome.REFUSED, code)
        return common.Outcome(common.Outcome.MISSING, code)
    return common.Outcome(common.Outcome.FINE)
