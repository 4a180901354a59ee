"""Where things are and who we are there."""

import os

REGION = os.environ.get("LBKEEPER_REGION", "gz")
SECRET_ID = os.environ.get("QCLOUD_SECRET_ID", "")
SECRET_KEY = os.environ.get("QCLOUD_SECRET_KEY", "")

# The listener of the status page and the port of its backends.
STATUS_PORT = 5000
BACKEND_PORT = 4100

HOOK_URL = "https://hooks.shop.example/ops"
