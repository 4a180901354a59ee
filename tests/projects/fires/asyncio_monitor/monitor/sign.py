import os
import time

from company_signer import hmac_of


def signed(action, params):
    fields = {**params, "Action": action, "Timestamp": str(int(time.time()))}
    fields["Signature"] = hmac_of(fields, os.environ["KEY"])
    return fields
