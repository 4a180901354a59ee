"""Autobahn calls onClose(wasClean, code, reason); 4xxx belongs to the application."""
from autobahn.twisted.websocket import WebSocketClientFactory, WebSocketClientProtocol
from twisted.internet import reactor
from twisted.python import log

EXPIRED = 4105


class FeedProtocol(WebSocketClientProtocol):
    def onOpen(self):
        self.sendMessage(self.factory.greeting)

    def onMessage(self, payload, isBinary):
        if not isBinary:
            log.msg(payload.decode("utf-8"))

    def onClose(self, wasClean, code, reason):
        if code == EXPIRED or code == 4106:
            log.err("token refused: %s" % reason)
            reactor.stop()
        elif not wasClean and code != 0:
            reactor.callLater(5, self.factory.reconnect)


class FeedFactory(WebSocketClientFactory):
    protocol = FeedProtocol
    greeting = b'{"op": "hello", "code": 0}'

    def reconnect(self):
        reactor.connectTCP("feed.example.com", 6000, self)
