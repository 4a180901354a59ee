import json
import urllib, urllib2

params = {'Action': 'DescribeLoadBalancers', 'Version': '2018-03-17'}
answer = json.loads(urllib2.urlopen('https://clb.tencentcloudapi.com/?' + urllib.urlencode(params)).read())
if 'Error' in answer['Response']:
    print answer['Response']['Error']['Code']
    if answer['Response']['Error']['Code'] == 'AuthFailure': print 'no'
