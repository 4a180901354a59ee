from .cache import Cache
from .sources import person

_cache = Cache(person)


def phone(name):
    answer = _cache.get(name)
    if answer["code"] == 5000 or answer["code"] in (4100, 4300):
        _cache.forget(name)
        return None
    return answer["phone"] if answer["code"] == 0 else answer["message"]
