from vendors import Kingsoft, Tencent


def in_tencent():
    vendor = Tencent('gz')
    answer = vendor.ask('DescribeLoadBalancers', limit=20)  # expect: CLB204 DescribeLoadBalancers
    if answer['code'] == 4400:  # expect: CLB101 4400 via tencent-send
        return []
    return [one['loadBalancerName'] for one in answer['loadBalancerSet']]


def in_kingsoft():
    vendor = Kingsoft('cn-beijing-6')
    answer = vendor.ask('DescribeLoadBalancers', MaxResults=20)
    if answer['code'] == 4400 or answer['code'] in (4100, 5000):
        return []
    if vendor.last['code'] != 0:
        raise SystemExit(vendor.last['message'])
    return [one['LoadBalancerName'] for one in answer['LoadBalancerDescriptions']]


print(len(in_tencent()) + len(in_kingsoft()))
