import json
from dataclasses import dataclass

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


@dataclass(frozen=True)
class Service:
    module: str
    retry: frozenset = frozenset()
    ignore: tuple = ()


LB = Service(
    "lb",
    retry=frozenset({4400, 6000}),  # expect: CLB103 4400 6000
)


class Base:
    fatal = ()


class Balancers(Base):
    fatal = (4100, 4110)  # expect: CLB103 4100 4110

    def ask(self, action):
        answer = json.loads(QcloudApi(LB.module, {}).call(action, {}))  # expect: CLB203; CLB204
        if answer["code"] in self.fatal or answer["code"] in LB.ignore:  # expect: CLB101 4100 4110; CLB101
            raise SystemExit(1)
        return answer["code"] in LB.retry  # expect: CLB101 4400 6000


Balancers().ask("DescribeQuota")  # expect: CLB204 DescribeQuota
