import json
import os

from cloudkit import config
from cloudkit.sdk import QcloudApi


def service_class(name, module, version=None):
    """Make a class for one module of the cloud."""

    class Service(object):
        def __init__(self, region=None):
            settings = config.for_region(region or os.environ.get("REGION", "gz"))
            if version:
                settings["Version"] = version
            self.client = QcloudApi(module, settings)  # expect: CLB203 via sdk  # here: client

        def __call__(self, action, **params):
            return json.loads(self.client.call(action, params))  # expect: CLB204 via sdk client  # here: request

    Service.__name__ = name
    return Service
