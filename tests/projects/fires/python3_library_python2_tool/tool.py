import cloudapi

try:
    answer = cloudapi.call('DescribeLoadBalancers', limit=5)  # expect: CLB204 DescribeLoadBalancers  # here: asked
    if answer['code'] in (4101, 4102, 4103):  # expect: CLB101 4101 4102 4103
        print 'refused'
    print 'code', answer['code']  # expect: CLB104 via decoded asked
except Exception, e:
    print e
