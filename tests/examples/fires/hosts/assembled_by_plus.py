import json
import urllib.parse
import urllib.request

module = 'lb'
suffix = '.api.qcloud.com'
host = module + suffix  # expect: CLB201 lb.api.qcloud.com
url = 'https://' + host + '/v2/index.php'
url += '?' + urllib.parse.urlencode({'Action': 'DescribeLoadBalancers', 'Region': 'gz'})
reply = json.loads(urllib.request.urlopen(url).read())  # expect: CLB204
if reply['code'] == 4000:  # expect: CLB101 4000
    print('parameters')
