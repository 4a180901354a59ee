from mesh.http import Refused, post

UNKNOWN_USER = 5000
LOCKED = 4300


def user(name):
    try:
        return post("users", "/by-name", name=name)
    except Refused as refused:
        if refused.code == UNKNOWN_USER:
            return None
        if refused.code in (LOCKED, 4100):
            return {"name": name, "locked": True}
        raise
