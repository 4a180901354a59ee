from aliyunsdkcore.acs_exception.exceptions import ClientException, ServerException
from aliyunsdkcore.client import AcsClient
from aliyunsdkslb.request.v20140515.DeleteLoadBalancerRequest import DeleteLoadBalancerRequest

from clouds.common import Outcome


def delete(key, secret, name):
    client = AcsClient(key, secret, "cn-hangzhou")
    request = DeleteLoadBalancerRequest()
    request.set_LoadBalancerId(name)
    try:
        client.do_action_with_exception(request)
    except ServerException as error:
        code = error.get_error_code()
        if code == "InvalidLoadBalancerId.NotFound" or code == "5000":
            return Outcome(Outcome.MISSING, error.get_error_msg())
        return Outcome(Outcome.REFUSED if error.get_http_status() == 403 else 6000)
    except ClientException as error:
        return Outcome(Outcome.BROKEN, error.message)
    return Outcome(Outcome.FINE)
