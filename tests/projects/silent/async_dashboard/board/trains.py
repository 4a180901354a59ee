from __future__ import annotations

from board.http import Http


async def late() -> int:
    async with Http("https://trains.example.org") as http:
        answer = await http.get("/late", station="HBF")
        more = await http.get("/cancelled", station="HBF")
    if answer["code"] == 4500 or more["code"] in (4000, 4500):
        raise RuntimeError("no such station")
    return answer["count"] if answer["code"] == 0 else 0
