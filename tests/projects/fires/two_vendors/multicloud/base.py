"""What all clouds have in common."""
import abc


class Cloud(abc.ABC):
    @abc.abstractmethod
    def call(self, action, params):
        """Answer a dict with `code` and `message`."""

    def succeeded(self, answer):
        raise NotImplementedError
