from __future__ import annotations

import json
import typing as t

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from check_lb.model import LegacyCode, Outcome, Status


class Options(t.NamedTuple):
    region: str
    secret_id: str
    secret_key: str
    balancer: str
    warning: int = 4100


def probe(options: Options) -> Outcome:
    client = QcloudApi("lb", {"Region": options.region, "secretId": options.secret_id, "secretKey": options.secret_key})  # expect: CLB203 lb
    answer = json.loads(client.call("DescribeLBHealthStatus", {"loadBalancerId": options.balancer}))  # expect: CLB204 DescribeLBHealthStatus via sdk  # here: request
    code: int = answer["code"]  # expect: CLB104 via sdk request
    if not LegacyCode.knows(code):
        return Outcome(lines=[answer["message"]])  # expect: CLB104
    outcome = Outcome(legacy=LegacyCode(code))
    if outcome.legacy is LegacyCode.OK:  # expect: CLB102 via sdk request
        outcome.status = Status.OK
    return outcome
