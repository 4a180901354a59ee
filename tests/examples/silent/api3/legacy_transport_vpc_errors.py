# One helper, asked with Version, so that nothing numeric comes back.
import json
import sys

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

config = {
    'Region': 'ap-beijing',
    'secretId': 'id',
    'secretKey': 'key',
    'Version': '2017-03-12',
}
service = QcloudApi('vpc', config)  # expect: CLB203


def describe(vpc):
    body = service.call('DescribeVpcs', {'VpcIds.0': vpc})
    response = json.loads(body)['Response']
    if 'Error' in response:
        sys.stderr.write(response['Error']['Message'])
        if response['Error']['Code'] == 'ResourceNotFound':
            return None
        sys.exit(1)
    return response['VpcSet'][0]


print(describe(sys.argv[1]))
