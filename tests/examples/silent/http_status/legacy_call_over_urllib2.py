# The old urllib2: `answer.code` and `error.code` are HTTP status codes.
import json
import urllib
import urllib2

from ops.signing import signed

API = 'https://lb.api.qcloud.com/v2/index.php'  # expect: CLB201


def fetch(params):
    url = API + '?' + urllib.urlencode(signed(params))
    try:
        answer = urllib2.urlopen(url, timeout=10)  # expect: CLB204
    except urllib2.HTTPError as error:
        if error.code == 404 or error.code >= 500:
            print('the gateway is ill: %s %s' % (error.code, error.message))
        raise
    if answer.code != 200:
        raise IOError('HTTP %d' % answer.code)
    if answer.getcode() == 204:
        return None
    return json.loads(answer.read())


def names(region):
    data = fetch({'Region': region})
    if data['code'] != 0:  # expect: CLB102
        return []
    return [item['loadBalancerName'] for item in data['loadBalancerSet']]
