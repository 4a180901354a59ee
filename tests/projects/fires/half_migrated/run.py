import os
import sys

from clbtool import client as clb
from clbtool.errors import SIGNATURE, ClbError
from clbtool.old import price
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

KEYS = os.environ["ID"], os.environ["KEY"]
connection = clb.make(*KEYS)
try:
    print(clb.describe(connection, sys.argv[1:]).TotalCount)
    print(price({"Region": "gz", "secretId": KEYS[0], "secretKey": KEYS[1]}, 2))
    clb.delete(connection, sys.argv[1:])
except ClbError as error:
    if error.code == SIGNATURE:  # expect: CLB105 4100 via wrapped
        sys.exit("signature")
    if error.code == "AuthFailure.SecretIdNotFound":
        sys.exit("key")
    if error.code in ("4400", "RequestLimitExceeded"):  # expect: CLB105 4400 via wrapped
        sys.exit("slowly")
except TencentCloudSDKException as error:
    if clb.code_of(error) == 5000:  # expect: CLB105 5000
        sys.exit(0)
    raise
