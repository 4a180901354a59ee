import requests

from .sign import with_signature


def api(action, params=None):
    params = dict(params or {})
    params['Action'] = action
    params['Region'] = 'gz'
    signed = with_signature('GET', params)
    return requests.get('https://lb.api.qcloud.com/v2/index.php', params=signed).json()  # expect: CLB201 lb.api.qcloud.com; CLB204


def all_balancers():
    answer = api('DescribeLoadBalancers', {'limit': 100})  # expect: CLB204 DescribeLoadBalancers
    if answer['code'] == 4110:  # expect: CLB101 4110
        raise SystemExit('CAM refuses')
    return answer['loadBalancerSet']


def drop(lb_id):
    return api('DeleteLoadBalancers', {'loadBalancerIds.0': lb_id})['code'] == 0  # expect: CLB204 DeleteLoadBalancers; CLB102
