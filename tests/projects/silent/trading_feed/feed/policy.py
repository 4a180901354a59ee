from .close_codes import FATAL, Close


def pause_after(code):
    """Seconds to wait before the next attempt; None to give up."""
    if code in FATAL:
        return None
    if code == Close.TOO_MANY or code == 4500:
        return 60
    return {4000: 5, 4200: 1, 5100: 30}.get(code, 10)


def is_application_code(code):
    return 4000 <= code <= 4999
