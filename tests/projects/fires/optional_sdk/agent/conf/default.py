import os

CLOUD = os.environ.get("AGENT_CLOUD", "qcloud")
ACCOUNT = {"Region": "gz", "secretId": os.environ.get("ID"), "secretKey": os.environ.get("KEY")}
MINIMUM = 5
