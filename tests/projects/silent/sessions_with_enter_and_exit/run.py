import os

from link.compare import compare, partner_quota

config = {"Region": "gz", "secretId": os.environ["ID"], "secretKey": os.environ["KEY"]}
print(compare(config, os.environ["TOKEN"]), partner_quota(os.environ["TOKEN"]))
