"""Inside our own service, results carry a `code` from our own table."""

from dataclasses import dataclass

OK, BAD_FORM, LOGIN, MISSING, BROKEN = 0, 4000, 4100, 5000, 6000


@dataclass(frozen=True)
class Result:
    code: int
    message: str = ""
    value: object = None

    def __bool__(self) -> bool:
        return self.code == OK


def load(orders: dict[int, str], number: int) -> Result:
    if number < 0:
        return Result(BAD_FORM, "negative")
    if number not in orders:
        return Result(MISSING, f"no order {number}")
    return Result(OK, value=orders[number])


def show(orders: dict[int, str], number: int) -> str:
    result = load(orders, number)
    if result.code == MISSING or result.code in (LOGIN, BROKEN):
        return result.message
    if result.code == 4000:
        return "please correct the form"
    return str(result.value)
