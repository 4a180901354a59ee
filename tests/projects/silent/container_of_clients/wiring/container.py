"""Makes every client once and hands it to whoever asks for it by attribute."""
import functools

from wiring.clients import Crm, Erp, LoadBalancers


class Container:
    def __init__(self, settings):
        self.settings = settings

    @functools.cached_property
    def balancers(self):
        return LoadBalancers(**self.settings["qcloud"])

    @functools.cached_property
    def crm(self):
        return Crm(self.settings["crm"]["token"])

    @property
    def erp(self):
        return Erp(self.settings["erp"]["user"])
