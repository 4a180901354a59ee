import random


def with_signature(query):
    return {**query, "Nonce": random.randrange(10**6)}
