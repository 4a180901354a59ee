# -*- coding: utf-8 -*-
# Keeps the name of a load balancer what the inventory says it is.
import json
import logging
import sys

from QcloudApi.qcloudapi import QcloudApi

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(levelname)s %(message)s')
log = logging.getLogger(__name__)

CONFIG = {
    'Region': 'gz',
    'secretId': 'AKIDrename',
    'secretKey': 'rename-key',
    'method': 'GET',
    'endpoint': 'lb.api.qcloud.com',
}


def current_name(service, lb_id):
    res = json.loads(service.call('DescribeLoadBalancers', {
        'loadBalancerIds.0': lb_id,
        'forward': 1,
    }))
    if res['code'] != 0:
        log.error('cannot look up %s: %s', lb_id, res['message'])
        return None
    if res['totalCount'] == 0:
        log.error('%s is gone', lb_id)
        return None
    return res['loadBalancerSet'][0]['loadBalancerName']


def rename(service, lb_id, name):
    res = json.loads(service.call('ModifyLoadBalancerAttributes', {
        'loadBalancerId': lb_id,
        'loadBalancerName': name,
    }))
    if res['code'] == 0:
        log.info('renamed %s to %s', lb_id, name)
        return True
    if res['code'] == 5000:
        log.warning('%s vanished in between', lb_id)
    else:
        log.error('rename failed: %s', res['message'])
    return False


def main():
    lb_id, wanted = sys.argv[1], sys.argv[2]
    service = QcloudApi('lb', CONFIG)
    name = current_name(service, lb_id)
    if name is None:
        return 2
    if name == wanted:
        log.info('nothing to do')
        return 0
    return 0 if rename(service, lb_id, wanted) else 1


if __name__ == '__main__':
    sys.exit(main())
