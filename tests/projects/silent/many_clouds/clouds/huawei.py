from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions import exceptions
from huaweicloudsdkelb.v3 import DeleteLoadBalancerRequest, ElbClient

from .common import Outcome


def delete(key, secret, name):
    client = ElbClient.new_builder().with_credentials(BasicCredentials(key, secret)).build()
    try:
        client.delete_load_balancer(DeleteLoadBalancerRequest(loadbalancer_id=name))
    except exceptions.ClientRequestException as error:
        if error.error_code == "4100" or error.status_code == 4300:
            return Outcome(4100, error.error_msg)
        return Outcome(5000)
    return Outcome(0)
