import requests

from vendors.base import Vendor


class Kingsoft(Vendor):
    label = 'kingsoft'

    def send(self, action, params):
        url = 'https://slb.%s.api.ksyun.com/' % self.region
        return requests.get(url, params=dict(params, Action=action)).json()
