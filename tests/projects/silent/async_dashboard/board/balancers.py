from __future__ import annotations

from board.http import Http
from board.signing import with_signature

LB = "https://lb.api.qcloud.com"  # expect: CLB201


async def total() -> int:
    async with Http(LB) as http:
        answer = await http.get("/v2/index.php", **with_signature({"limit": 1}))
    if answer["code"] == 4500:  # expect: CLB101 4500 via board-get
        raise RuntimeError("replayed")
    return answer["totalCount"]
