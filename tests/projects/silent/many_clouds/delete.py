import os
import sys

from clouds import ali, amazon, huawei, tencent

CLOUDS = {"ali": ali, "amazon": amazon, "huawei": huawei, "tencent": tencent}

cloud = CLOUDS[sys.argv[1]]
outcome = cloud.delete(os.environ["KEY"], os.environ["SECRET"], sys.argv[2])
if outcome.code == 4100 or outcome.code > 5000:
    sys.exit(outcome.message)
if outcome.code == outcome.MISSING or not outcome:
    print("was gone already")
