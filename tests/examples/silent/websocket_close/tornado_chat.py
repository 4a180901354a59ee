"""A chat room on tornado; `self.close_code` is what the browser sent."""
import logging

import tornado.ioloop
import tornado.web
import tornado.websocket

KICKED = 4300
FLOODED = 4400


class ChatHandler(tornado.websocket.WebSocketHandler):
    members = set()

    def open(self, room):
        self.room = room
        self.members.add(self)

    def on_message(self, message):
        if len(message) > 5000:
            self.close(FLOODED, "too long")
            return
        for member in self.members:
            member.write_message(message)

    def on_close(self):
        self.members.discard(self)
        if self.close_code == KICKED or self.close_code in (4301, 4302):
            logging.info("kicked from %s: %s", self.room, self.close_reason)
        elif self.close_code is not None and 4000 <= self.close_code <= 4999:
            logging.warning("application close %d", self.close_code)


if __name__ == "__main__":
    tornado.web.Application([(r"/chat/(\w+)", ChatHandler)]).listen(5000)
    tornado.ioloop.IOLoop.current().start()
