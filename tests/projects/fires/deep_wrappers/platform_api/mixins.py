"""Pieces that the clients are put together from."""
import logging
import time


class LoggingMixin:
    logger = logging.getLogger("platform")

    def perform(self, action, **kwargs):
        self.logger.info("%s %r", action, kwargs)
        outcome = super().perform(action, **kwargs)
        self.logger.info("code=%s message=%s", outcome["code"], outcome["message"])  # expect: CLB104 via request; CLB104 via request
        return outcome


class RetryMixin:
    transient = ()
    attempts = 3

    def perform(self, action, **kwargs):
        outcome = super().perform(action, **kwargs)
        left = self.attempts
        while left and outcome["code"] in self.transient:  # expect: CLB101 4400 6000 via sdk client request
            time.sleep(1)
            outcome = super().perform(action, **kwargs)
            left -= 1
        return outcome


class RegionMixin:
    region = "gz"

    def in_region(self, region):
        self.region = region
        return self
