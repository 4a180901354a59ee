from tencentcloud.common import credential
from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile


def _call_api(client, action, params):
    """Send a request of API 3.0 and return its response, also if that is an error."""
    try:
        return client.call_json(action, params)['Response']
    except TencentCloudSDKException as error:
        if not error.get_request_id():
            raise
        details = {'Code': error.get_code(), 'Message': error.get_message()}
        return {'Error': details, 'RequestId': error.get_request_id()}


service = CommonClient(
    'clb',
    '2018-03-17',
    credential.Credential('id', 'key'),
    'ap-shanghai',
    ClientProfile(httpProfile=HttpProfile(reqTimeout=90)),
)
answer = _call_api(service, 'DescribeLoadBalancers', {'Forward': 1})
if 'Error' not in answer:
    print('%d balancers' % answer['TotalCount'])
else:
    print('failed: %s' % answer.get('Error', {}).get('Message', ''))
