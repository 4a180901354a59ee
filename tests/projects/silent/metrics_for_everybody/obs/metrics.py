"""Counts outcomes. `count` is called with codes of many services, legacy ones among them; `alarm`
only with numbers of our own.
"""
import collections

counters = collections.Counter()


def count(service, code):
    if code == 4400:  # expect: CLB101 4400 via metrics-call
        service += ".quota"
    counters[service] += 1


def alarm(code, message):
    if code == 4100 or code in (5000, 6000):
        print("wake somebody up:", message)
    return code != 0
