from __future__ import annotations

import argparse

from lbctl import remote
from lbctl.config import read_config


def run(arguments: argparse.Namespace) -> int:
    try:
        answer = remote.describe(read_config(arguments.config), arguments.ids)  # here: describe
    except remote.RemoteError as error:
        print(error)
        return 3
    if answer["code"] in (4100, 4104):  # expect: CLB101 4100 4104 via sdk client request describe
        print("wrong key")
        return 2
    if answer["code"]:  # expect: CLB102 via sdk client request describe
        print(answer["message"])  # expect: CLB104
        return 1
    for balancer in answer["loadBalancerSet"]:
        print(balancer["loadBalancerId"])
    return 0
