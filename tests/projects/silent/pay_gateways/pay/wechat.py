import requests

from .base import PayError, Provider

SIGNATURE_ERRORS = (4100, 40001, 40014)


class WeChat(Provider):
    name = 'wechat'

    def request(self, path, form):
        answer = requests.post('https://api.mch.weixin.qq.com' + path, json=form, timeout=8).json()
        if answer.get('errcode') in SIGNATURE_ERRORS:
            raise PayError(self.name, answer['errcode'], answer['errmsg'])
        return {'code': answer['errcode'], 'message': answer['errmsg']}
