import json
import urllib, urllib2

import constants

URL = 'https://lb.api.qcloud.com/v2/index.php'  # expect: CLB201


def main():
    query = urllib.urlencode({'Action': 'DescribeLoadBalancers'})
    request = urllib2.Request(URL, query)
    reply = json.load(urllib2.urlopen(request))  # expect: CLB204
    if reply['code'] == constants.BUSY or reply['code'] in constants.LIMITS:  # expect: CLB101 4300; CLB101 4400 4500
        print 'later'


main()
