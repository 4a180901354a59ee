"""Alipay answers code 10000 for success and 4xxxx for errors, with sub_code beside it."""

import json
import logging

from alipay.aop.api.AlipayClientConfig import AlipayClientConfig
from alipay.aop.api.DefaultAlipayClient import DefaultAlipayClient
from alipay.aop.api.request.AlipayTradeQueryRequest import AlipayTradeQueryRequest
from alipay.aop.api.response.AlipayTradeQueryResponse import AlipayTradeQueryResponse

log = logging.getLogger("billing.alipay")


class Query:
    def __init__(self, app_id: str, private_key: str) -> None:
        config = AlipayClientConfig()
        config.app_id = app_id
        config.app_private_key = private_key
        self.client = DefaultAlipayClient(alipay_client_config=config, logger=log)

    def state(self, trade: str) -> str | None:
        request = AlipayTradeQueryRequest()
        request.biz_content = json.dumps({"out_trade_no": trade})
        response = AlipayTradeQueryResponse()
        response.parse_response_content(self.client.execute(request))
        if response.code == "10000":
            return response.trade_status
        if response.code in ("4000", "4100") or response.sub_code == "ACQ.TRADE_NOT_EXIST":
            log.info("%s: %s %s", trade, response.code, response.msg)
            return None
        raise RuntimeError(response.sub_msg)
