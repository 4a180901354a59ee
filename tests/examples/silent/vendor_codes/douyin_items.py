# min-confidence: possible
"""Douyin open platform over httpx; the error code sits in `data` and in `extra`."""

import httpx

BASE = "https://open.douyin.com"


class DouyinError(Exception):
    def __init__(self, code: int, text: str) -> None:
        super().__init__(f"{code}: {text}")
        self.code = code


def items(open_id: str, token: str) -> list[dict]:
    with httpx.Client(base_url=BASE, headers={"access-token": token}) as client:
        cursor, found = 0, []
        while True:
            answer = client.get("/api/douyin/v1/video/list/", params={"open_id": open_id})
            page = answer.json()
            data = page["data"]
            if page["code"] == 4104 or data["error_code"] in (4100, 4101):
                raise DouyinError(data["error_code"], data["description"])
            found.extend(data["list"])
            if not data["has_more"] or cursor == 5000:
                return found
            cursor = data["cursor"]


def safe_items(open_id: str, token: str) -> list[dict]:
    try:
        return items(open_id, token)
    except DouyinError as error:
        return [] if error.code == 4104 else [{"code": error.code}]
