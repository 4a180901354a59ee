import time


def signed(query):
    return dict(query, Timestamp=int(time.time()), SignatureMethod="none")
