from __future__ import annotations

import time

import requests

from ._client import checked, client
from .errors import UNKNOWN_CALENDAR, LarkError

BASE = "https://open.larksuite.com/open-apis"


def next_meeting(calendar: str) -> str | None:
    request = {"calendar_id": calendar, "start": int(time.time())}
    try:
        events = checked(client().calendar.v4.calendar_event.list(request)).items
    except LarkError as error:
        if error.code == UNKNOWN_CALENDAR:
            return None
        raise
    return events[0].summary if events else None


def rooms(token: str) -> list[str]:
    headers = {"Authorization": f"Bearer {token}"}
    answer = requests.get(f"{BASE}/vc/v1/rooms", headers=headers, timeout=5).json()
    if answer["code"] == 4100 or answer.get("code") == "4104":
        raise LarkError(answer["code"], answer["msg"])
    return [room["name"] for room in answer["data"]["rooms"]] if not answer["code"] else []
