import aiohttp


async def tell(text: str) -> bool:
    """Tell the chat; its answer has a code, too."""
    async with aiohttp.ClientSession() as session:
        async with session.post("https://chat.example.org/send", json={"text": text}) as response:
            answer = await response.json()
    return answer["code"] == 0
