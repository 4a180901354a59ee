import json, sys
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

r = json.loads(QcloudApi('lb', {}).call('DescribeLoadBalancers', {}))  # expect: CLB203; CLB204

print
print ("code"), r['code']  # expect: CLB104
print (r['code']) == 4100  # expect: CLB101 4100
print "%s: %s" % (
    r['code'],  # expect: CLB104
    r['message'])  # expect: CLB104
print >>sys.stderr, "message", r['message']  # expect: CLB104
print >> sys.stderr
print -1, [r['code'] == 4106], not r['code']  # expect: CLB101 4106; CLB102
print "a"; print r['codeDesc'] == 'Success'; print "b"  # expect: CLB102
if r['code'] == 4110: print 'frequency'  # expect: CLB101 4110
else: print 'fine', \
    r['message']  # expect: CLB104
print `r['code']` == '4600'  # expect: CLB101 4600
