"""Rename a balancer and tell its owner."""
from ops import lb, mail
from ops.errors import RemoteError


def rename(config, balancer, name):
    try:
        lb.invoke(config, "ModifyLoadBalancerAttributes",  # expect: CLB204 ModifyLoadBalancerAttributes
                  loadBalancerId=balancer, loadBalancerName=name)
    except RemoteError as error:
        if error.code == 5000:  # expect: CLB101 5000 via invoke raise
            return False
        raise
    return True


def tell(owner, text):
    try:
        mail.send(owner, text)
    except RemoteError as error:
        if error.code == 5000 or error.code in (4100, 4400):
            return False
        try:
            mail.send_directly(owner, text)
        except RemoteError as again:
            return again.code not in (4500, 5500)
    return True
