import os
import random
import time

from acme.secrets.vault import signature


def sign(fields):
    fields = dict(fields, Timestamp=int(time.time()), Nonce=random.randrange(10**6))
    fields["SecretId"] = os.environ["ACME_ID"]
    fields["Signature"] = signature(fields)
    return fields
