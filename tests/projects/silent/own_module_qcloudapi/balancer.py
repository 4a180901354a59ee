import json

from QcloudApi import QcloudApi
from settings import CONFIG

NO_SUCH_ITEM = 5000

service = QcloudApi('lb', CONFIG)


def describe(name):
    answer = json.loads(service.call('DescribeLoadBalancers', {'loadBalancerName': name}))
    if answer['code'] == NO_SUCH_ITEM or answer['code'] in (4100, 4400):
        return None
    if answer['codeDesc'] != 'Success':
        raise RuntimeError(answer['message'])
    return answer['loadBalancerSet']
