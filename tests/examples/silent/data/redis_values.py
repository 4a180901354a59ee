# min-confidence: possible
"""Job states in redis are numbers below a key `code`."""

import redis

DONE, FAILED, LOST = 4000, 5000, 6000

store = redis.Redis(host="cache", port=6100, decode_responses=True)


def state(job: str) -> str:
    code = int(store.get(f"job:{job}:code") or 0)
    if code == FAILED or code == 5100:
        return "failed"
    if code in (DONE, LOST):
        return "over"
    return "running" if code else "unknown"


def clean() -> int:
    removed = 0
    for key in store.scan_iter("job:*"):
        fields = store.hgetall(key)
        if fields["code"] == "4100" or fields.get("code") == 4100:
            store.delete(key)
            removed += 1
    return removed


if __name__ == "__main__":
    print(clean(), store.dbsize() == 5000)
