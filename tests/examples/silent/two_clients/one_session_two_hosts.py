# min-confidence: possible
"""A class with one requests.Session for two hosts."""

import requests

from fleet.signing import legacy_parameters


class Fleet:
    lb_url = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201
    cmdb_url = "https://cmdb.example.com/api"

    def __init__(self) -> None:
        self.session = requests.Session()
        self.session.headers["User-Agent"] = "fleet/4100"

    def balancers(self, region: str) -> list[dict]:
        answer = self.session.get(  # expect: CLB204
            self.lb_url, params=legacy_parameters(region)
        ).json()
        if answer["code"] == 4200:  # expect: CLB101 4200
            raise TimeoutError(region)
        return answer["loadBalancerSet"]

    def hosts(self, region: str) -> list[dict]:
        answer = self.session.get(self.cmdb_url, params={"region": region}).json()
        if answer["code"] == 4200 or answer.get("code", 6000) == 6000:
            raise TimeoutError(answer["message"])
        return answer["hosts"]
