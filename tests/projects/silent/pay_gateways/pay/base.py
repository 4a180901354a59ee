# min-confidence: possible
"""What all payment providers have in common: they answer with a code and a message."""
import abc


class PayError(Exception):
    def __init__(self, provider, code, message):
        Exception.__init__(self, '%s: %s %s' % (provider, code, message))
        self.provider, self.code, self.message = provider, code, message


class Provider(abc.ABC):
    name = None
    ok_code = 0

    @abc.abstractmethod
    def request(self, path, form):
        """Send a form, return the answer's dictionary."""

    def pay(self, order, cents):
        answer = self.request('/pay', {'order': order, 'amount': cents})
        if answer['code'] == 5300:
            raise PayError(self.name, answer['code'], 'no money')
        if answer['code'] != self.ok_code:
            raise PayError(self.name, answer['code'], answer['message'])
        return answer
