from qcloud_ops import *

for region in REGIONS:
    listing = lb_api(region, 'DescribeLoadBalancers', {'limit': 100})  # expect: CLB204 DescribeLoadBalancers  # here: listing
    if listing['code'] != ERR_OK:  # expect: CLB102 via sdk client request listing
        print(region, listing['message'])  # expect: CLB104
