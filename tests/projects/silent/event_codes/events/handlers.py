from events.bus import handles
from events.numbers import Number


@handles(Number.STARTED, Number.STOPPED)
def log(event):
    print(event.message, event.code == Number.STARTED)


@handles(Number.FAILED, 6100)
def page_somebody(event):
    if event.code == 6100 or Number(event.code).bad:
        print("wake up:", event.message)
