import aiohttp

URL = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com


async def listeners(session: aiohttp.ClientSession, params: dict[str, str]) -> list:
    async with session.get(URL, params=params) as response:  # expect: CLB204
        response.raise_for_status()
        answer = await response.json(content_type=None)
    match answer["code"]:
        case 0:  # expect: CLB102
            return answer["listenerSet"]
        case 5000:  # expect: CLB101 5000
            return []
        case _:
            raise RuntimeError(answer["message"])  # expect: CLB104
