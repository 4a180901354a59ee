import ast

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi('lb', {'Region': 'gz', 'secretId': 'x', 'secretKey': 'y'})  # expect: CLB203
out = ast.literal_eval(api.call('DescribeLBHealth', {'loadBalancerId': 'lb-3'}).decode())  # expect: CLB204 DescribeLBHealth
print('healthy' if out['code'] == 0 else 'code %s' % out['code'])  # expect: CLB102; CLB104
