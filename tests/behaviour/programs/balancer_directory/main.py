"""Print a directory of all load balancers, page by page."""
from __future__ import annotations

import argparse
import json
import logging
from dataclasses import dataclass, field
from typing import Iterator

from QcloudApi.qcloudapi import QcloudApi

logger = logging.getLogger("directory")


@dataclass(frozen=True)
class Balancer:
    ident: str
    name: str
    running: bool
    addresses: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        state = "running" if self.running else "creating"
        return f"{self.ident} {self.name!r} ({state}) {', '.join(self.addresses)}"


class DirectoryError(RuntimeError):
    """The directory could not be read."""


class Directory:
    def __init__(self, secret_id: str, secret_key: str, page_size: int) -> None:
        self.client = QcloudApi("lb", {"Region": "ap-guangzhou", "secretId": secret_id, "secretKey": secret_key})
        self.page_size = page_size

    def _page(self, offset: int) -> tuple[int, list[Balancer]]:
        body = self.client.call(
            "DescribeLoadBalancers",
            {"forward": -1, "offset": offset, "limit": self.page_size, "orderBy": "loadBalancerName", "orderType": 0},
        )
        answer = json.loads(body)
        if answer["code"] == 4400:
            raise DirectoryError("slow down, the quota is used up")
        if answer["code"] != 0:
            raise DirectoryError(f"page at {offset}: {answer['message']}")
        rows = [
            Balancer(row["loadBalancerId"], row["loadBalancerName"], row["status"] == 1, row["loadBalancerVips"])
            for row in answer["loadBalancerSet"]
        ]
        return answer["totalCount"], rows

    def __iter__(self) -> Iterator[Balancer]:
        offset = 0
        total = 1
        while offset < total:
            total, rows = self._page(offset)
            if not rows:
                break
            yield from rows
            offset += len(rows)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=20)
    arguments = parser.parse_args()
    directory = Directory("AKIDdirectory", "directory-key", arguments.size)
    count = 0
    try:
        for balancer in directory:
            count += 1
            print(f"{count:3} {balancer}")
    except DirectoryError as error:
        print(f"stopped after {count}")
        raise SystemExit(f"directory: {error}")
    print(count, "in all")


if __name__ == "__main__":
    main()
