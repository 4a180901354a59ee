import json

from clbops.guard import LegacyError, NewError
from clbops.legacy import Old
from clbops.modern import New

config = json.load(open("config.json"))
try:
    print(Old(config).call("InquiryLBPrice", loadBalancerType=2)["price"])  # expect: CLB204 InquiryLBPrice
    print(New(config).describe()["TotalCount"])
    New(config).delete("lb-1")
except LegacyError as error:
    if error.code == 5500:  # expect: CLB101 5500 via sdk request legacy
        print("not verified")
except NewError as error:
    if error.code == 4100:  # expect: CLB105 4100 via translated
        print("signature")
    if error.code.startswith("AuthFailure"):
        print(error.text)
