import json

from QcloudApi.qcloudapi import QcloudApi

NOT_FOUND = 5000


class CloudTrouble(Exception):

    def __init__(self, code, message):
        Exception.__init__(self, message)
        self.code = code

    @property
    def missing(self):
        return self.code == NOT_FOUND


class Redirects:

    def __init__(self, balancer, source, target):
        self.balancer = balancer
        self.source = source
        self.target = target
        self.service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDredirect', 'secretKey': 'redirect-key'})

    def _request(self, action, params):
        response = json.loads(self.service.call(action, params))
        if response['code'] != 0:
            raise CloudTrouble(response['code'], response['message'])
        return response

    def present(self):
        response = self._request('DescribeRewrite', {'loadBalancerIds': [self.balancer], 'listenerIds': [self.source]})
        return {item['uLocationId']: item['targetuLocationId'] for item in response['data']['RewriteSet']}

    def add(self, source, target):
        self._request('ManualRewrite', {
            'loadBalancerId': self.balancer,
            'sourceuListenerId': self.source,
            'targetuListenerId': self.target,
            'rewriteInfo': [{'sourceLocation': source, 'targetLocation': target}],
        })

    def remove(self, source, target):
        self._request('DeleteRewrite', {
            'loadBalancerId': self.balancer,
            'sourceuListenerId': self.source,
            'targetuListenerId': self.target,
            'delRewriteInfo': [{'sourceLocation': source, 'targetLocation': target}],
        })
