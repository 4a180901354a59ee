# min-confidence: possible
"""The states of a session, as the chat's gateway numbers them, and what leads from one to the next."""
import enum


class State(enum.Enum):
    NEW = 4000
    IDENTIFIED = 4100
    READY = 4200
    RESUMING = 4300
    CLOSED = 5000


NEXT = {
    State.NEW: State.IDENTIFIED,
    State.IDENTIFIED: State.READY,
    State.RESUMING: State.READY,
}
