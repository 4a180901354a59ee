from __future__ import print_function

import json
from urllib.request import urlopen

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def main():
    api = QcloudApi('lb', {'Region': 'bj', 'secretId': 'a', 'secretKey': 'b', 'method': 'GET'})  # expect: CLB203
    address = api.generateUrl('DescribeLoadBalancerListeners', {'loadBalancerId': 'lb-abcd'})  # expect: CLB204 DescribeLoadBalancerListeners
    print(address)
    answer = json.load(urlopen(address))  # expect: CLB204
    if str(answer['code']) == '5000':  # expect: CLB101 5000
        print('no such balancer')


main()
