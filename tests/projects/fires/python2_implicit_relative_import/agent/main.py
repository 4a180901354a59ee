import constants
import transport


def main():
    reply = transport.ask('DescribeLoadBalancers')  # expect: CLB204 DescribeLoadBalancers
    if reply['code'] == constants.BUSY:  # expect: CLB101 4300 via sent
        print 'later'
    elif reply['code'] in constants.LIMITS: print 'no more'  # expect: CLB101 4400 4500 via sent


main()
