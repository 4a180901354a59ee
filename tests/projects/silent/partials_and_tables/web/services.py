from functools import partial

from web.fetch import fetch

SERVICES = {
    "lb": partial(fetch, "https://lb.api.qcloud.com"),  # expect: CLB201
    "weather": partial(fetch, "https://weather.example.com"),
    "maps": lambda path, **query: fetch("https://maps.example.com", path, **query),
}

REASONS = {  # expect: CLB103 4100 4500
    "lb": {4100: "signature", 4500: "replay"},
    "weather": {4100: "no such town", 4500: "too far north"},
}
