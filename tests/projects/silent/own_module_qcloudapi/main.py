import sys

import QcloudApi
import balancer

found = balancer.describe(sys.argv[1])
if found is None:
    direct = QcloudApi.QcloudApi('cvm', balancer.CONFIG).call('DescribeInstances', {})
    sys.exit(0 if '"code":0' in direct else 4100)
print(found)
