from alipay.aop.api.AlipayClientConfig import AlipayClientConfig
from alipay.aop.api.DefaultAlipayClient import DefaultAlipayClient
from alipay.aop.api.request.AlipayTradePayRequest import AlipayTradePayRequest
from alipay.aop.api.response.AlipayTradePayResponse import AlipayTradePayResponse

from pay.base import Provider


class Alipay(Provider):
    name = 'alipay'
    ok_code = '10000'

    def __init__(self):
        self.client = DefaultAlipayClient(alipay_client_config=AlipayClientConfig())

    def request(self, path, form):
        response = AlipayTradePayResponse()
        response.parse_response_content(self.client.execute(AlipayTradePayRequest(biz_model=form)))
        if response.code == '4000' or response.sub_code == 'ACQ.SYSTEM_ERROR':
            return {'code': 6000, 'message': response.sub_msg}
        return {'code': response.code, 'message': response.msg}
