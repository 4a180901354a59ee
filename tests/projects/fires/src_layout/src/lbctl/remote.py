"""All that talks to the cloud."""

from __future__ import annotations

import json
import logging

from QcloudApi.common.api_exception import ApiExceptionBase  # expect: CLB202
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

logger = logging.getLogger(__name__)


class RemoteError(Exception):
    """The cloud could not be reached."""


def describe(config: dict[str, str], ids: list[str]) -> dict:
    client = QcloudApi("lb", config)  # expect: CLB203 lb via sdk  # here: client
    params = {f"loadBalancerIds.{number}": one for number, one in enumerate(ids)}
    try:
        body = client.call("DescribeLoadBalancers", params)  # expect: CLB204 DescribeLoadBalancers via sdk client  # here: request
    except ApiExceptionBase as error:
        raise RemoteError(str(error)) from error
    answer = json.loads(body)
    logger.debug("code %s", answer["code"])  # expect: CLB104 via sdk client request
    return answer
