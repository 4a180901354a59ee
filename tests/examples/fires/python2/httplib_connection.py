import httplib
import simplejson as json
import urllib

conn = httplib.HTTPSConnection('lb.api.qcloud.com')  # expect: CLB201
conn.request('GET', '/v2/index.php?' + urllib.urlencode({'Action': 'DescribeLoadBalancers'}))  # expect: CLB204
data = json.loads(conn.getresponse().read())
conn.close()
print data['code']  # expect: CLB104
for key, value in data.iteritems():
    print key, value
assert data['code'] == 0, data['message']  # expect: CLB102; CLB104
print unicode(data['code']) == u'4104'  # expect: CLB101 4104
