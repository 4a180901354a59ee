#!/usr/bin/env python
# -*- coding: utf-8 -*-
import base64
import hashlib
import hmac
import json
import random
import sys
import time
import urllib
import urllib2

HOST = 'lb.api.qcloud.com'  # expect: CLB201 lb.api.qcloud.com
PATH = '/v2/index.php'


def sign(secret_key, params):
    text = 'GET' + HOST + PATH + '?' + '&'.join(
        k + '=' + str(params[k]) for k in sorted(params.keys()))
    return base64.b64encode(hmac.new(secret_key, text, hashlib.sha1).digest())  # expect: CLB205


def request(action, **more):
    params = {
        'Action': action,
        'Region': 'gz',
        'SecretId': 'id',
        'Timestamp': int(time.time()),
        'Nonce': random.randint(1, sys.maxint),
    }
    params.update(more)
    params['Signature'] = sign('key', params)
    url = 'https://%s%s?%s' % (HOST, PATH, urllib.urlencode(params))
    try:
        body = urllib2.urlopen(url, timeout=10).read()  # expect: CLB204
    except urllib2.HTTPError, e:
        print >>sys.stderr, 'HTTP', e.code
        if e.code == 4100:
            return None
        raise
    except Exception, e:
        print e
        raise
    return json.loads(body)


if __name__ == '__main__':
    resp = request('DescribeLoadBalancers', limit=20)  # expect: CLB204 DescribeLoadBalancers
    print resp['code']  # expect: CLB104
    if resp['code'] <> 0:  # expect: CLB102
        print 'failed:', resp['message'],  # expect: CLB104
        sys.exit(1)
    if resp['code'] == 4100: print 'bad signature'; sys.exit(2)  # expect: CLB101 4100
