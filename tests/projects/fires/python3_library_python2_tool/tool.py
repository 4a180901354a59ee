from patient import GivenUp, ask

try:
    answer = ask('DescribeLoadBalancers', limit=5)  # expect: CLB204 DescribeLoadBalancers  # here: asked
    if answer['code'] in (4101, 4102, 4103):  # expect: CLB101 4101 4102 4103 via decoded asked
        print 'refused'
    print 'code', answer['code']  # expect: CLB104 via decoded asked
except GivenUp, e:
    if e.code == 4400: print e  # expect: CLB101 4400 via decoded raised
except Exception, e:
    print e
