import aiohttp

from states import NEXT, State

RESUMABLE = {4000, 4200, 4500}


class Session:
    def __init__(self):
        self.state = State.NEW
        self.code = State.NEW.value

    def advance(self):
        self.state = NEXT.get(self.state, State.CLOSED)
        self.code = self.state.value
        return self.code == 4200 or self.code == State.CLOSED.value

    def leave(self, code):
        if code in RESUMABLE:
            self.state = State.RESUMING
        elif code == 4400 or 4100 <= code < 4200:
            self.state = State.CLOSED
        self.code = self.state.value


async def play(url):
    session = Session()
    async with aiohttp.ClientSession() as http, http.ws_connect(url) as socket:
        async for message in socket:
            if message.type == aiohttp.WSMsgType.CLOSE:
                session.leave(message.data)
            if message.json()["code"] == 4100:
                session.advance()
        session.leave(socket.close_code)
    return session
