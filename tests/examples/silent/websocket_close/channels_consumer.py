"""Django channels: the argument of disconnect() is the close code."""

from channels.generic.websocket import JsonWebsocketConsumer

UNAUTHENTICATED = 4100
NOT_A_MEMBER = 4103


class BoardConsumer(JsonWebsocketConsumer):
    def connect(self):
        user = self.scope["user"]
        if user.is_anonymous:
            self.close(code=UNAUTHENTICATED)
            return
        if not user.boards.filter(pk=self.scope["url_route"]["kwargs"]["pk"]).exists():
            self.close(code=NOT_A_MEMBER)
            return
        self.accept()

    def receive_json(self, content, **kwargs):
        if content["code"] == 4000:
            self.send_json({"code": 4000, "message": "say that again"})

    def disconnect(self, code):
        if code == UNAUTHENTICATED:
            return
        if code in (1000, 1001) or code == 4600:
            self.scope["session"].flush()
