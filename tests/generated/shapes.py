"""The shapes in which programs check an error code, as templates of one function each.

In a template `$code` is the code as the shape writes it (`4100` or `"4100"`), `$number` its digits
alone, `$other` and `$other_number` another code of the same kind, `$next` the number after it,
`$hundred` its leading digits. The markers are those of the examples (`tests.examples.runner`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Written(Enum):
    """How a program writes an error code."""

    NUMBER = "number"
    TEXT = "text"

    def literal(self, code: int) -> str:
        """Return `code` as source code."""
        return str(code) if self is Written.NUMBER else f'"{code}"'


BOTH = (Written.NUMBER, Written.TEXT)


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to check a code: what stands once in the module, and what stands once per code."""

    name: str
    function: str
    once: str = ""
    written: tuple[Written, ...] = BOTH

    def __str__(self) -> str:
        return self.name


SHAPES = (
    Shape(
        "equal",
        """
def check_$number(lb_id):
    return ask(lb_id)["code"] == $code  # expect: CLB101 $number
""",
    ),
    Shape(
        "equal reversed",
        """
def check_$number(lb_id):
    answer = ask(lb_id)
    if $code == answer["code"]:  # expect: CLB101 $number
        print("found")
""",
    ),
    Shape(
        "not equal",
        """
def check_$number(lb_id):
    answer = ask(lb_id)
    if answer["code"] != $code:  # expect: CLB101 $number
        raise RuntimeError(lb_id)
""",
    ),
    Shape(
        "either of two",
        """
def check_$number(lb_id):
    code = ask(lb_id)["code"]  # expect: CLB104
    return code == $code or code == $other  # expect: CLB101 $number; CLB101 $other_number
""",
    ),
    Shape(
        "in a tuple",
        """
def check_$number(lb_id):
    return ask(lb_id)["code"] in ($code, $other)  # expect: CLB101 $number $other_number
""",
    ),
    Shape(
        "in a list",
        """
def check_$number(lb_id):
    return ask(lb_id)["code"] in [$code]  # expect: CLB101 $number
""",
    ),
    Shape(
        "in a set",
        """
def check_$number(lb_id):
    return ask(lb_id)["code"] in {$code, $other}  # expect: CLB101 $number $other_number
""",
    ),
    Shape(
        "in a frozenset",
        """
def check_$number(lb_id):
    return ask(lb_id)["code"] in frozenset([$code])  # expect: CLB101 $number
""",
    ),
    Shape(
        "in a sorted list",
        """
def check_$number(lb_id):
    return ask(lb_id)["code"] in sorted([$code, $other])  # expect: CLB101 $number $other_number
""",
    ),
    Shape(
        "not in a tuple",
        """
def check_$number(lb_id):
    answer = ask(lb_id)
    if answer["code"] not in (0, $code):  # expect: CLB101 $number
        raise RuntimeError(lb_id)
""",
    ),
    Shape(
        "named constant",
        """
CODE_$number = $code  # expect: CLB103 $number


def check_$number(lb_id):
    return ask(lb_id)["code"] == CODE_$number  # expect: CLB101 $number
""",
    ),
    Shape(
        "class constant",
        """
class Codes$number:
    WANTED = $code  # expect: CLB103 $number
    LIMIT = 20

    def check(self, lb_id):
        return ask(lb_id)["code"] == self.WANTED  # expect: CLB101 $number


def check_$number(lb_id):
    return ask(lb_id)["code"] == Codes$number.WANTED  # expect: CLB101 $number
""",
    ),
    Shape(
        "enum member",
        """
class Err$number(enum.Enum):
    WANTED = $code  # expect: CLB103 $number


def check_$number(lb_id):
    return ask(lb_id)["code"] == Err$number.WANTED.value  # expect: CLB101 $number
""",
        once="import enum",
    ),
    Shape(
        "integer enum member",
        """
class Err$number(IntEnum):
    WANTED = $code  # expect: CLB103 $number


def check_$number(lb_id):
    return ask(lb_id)["code"] == Err$number.WANTED  # expect: CLB101 $number
""",
        once="from enum import IntEnum",
        written=(Written.NUMBER,),
    ),
    Shape(
        "enum made from the code",
        """
class Err$number(Enum):
    WANTED = $code  # expect: CLB103 $number


def check_$number(lb_id):
    code = ask(lb_id)["code"]  # expect: CLB104
    return Err$number(code) is Err$number.WANTED  # expect: CLB101 $number
""",
        once="from enum import Enum",
    ),
    Shape(
        "named tuple of codes",
        """
WANTED_$number = ($code, $other)  # expect: CLB103 $number $other_number


def check_$number(lb_id):
    return ask(lb_id)["code"] in WANTED_$number  # expect: CLB101 $number $other_number
""",
    ),
    Shape(
        "named set of codes",
        """
WANTED_$number = frozenset({$code})  # expect: CLB103 $number


def check_$number(lb_id):
    code = ask(lb_id).get("code")  # expect: CLB104
    return code not in WANTED_$number  # expect: CLB101 $number
""",
    ),
    Shape(
        "dispatch by get",
        """
TEXTS_$number = {$code: "seen", $other: "other"}  # expect: CLB103 $number $other_number


def check_$number(lb_id):
    code = ask(lb_id)["code"]  # expect: CLB104
    return TEXTS_$number.get(code, "unknown")
""",
    ),
    Shape(
        "dispatch by subscript",
        """
ACTIONS_$number = {$code: print}  # expect: CLB103 $number


def check_$number(lb_id):
    code = ask(lb_id)["code"]  # expect: CLB104
    try:
        ACTIONS_$number[code](lb_id)
    except KeyError:
        raise RuntimeError(lb_id) from None
""",
    ),
    Shape(
        "dispatch in place",
        """
def check_$number(lb_id):
    code = ask(lb_id)["code"]  # expect: CLB104
    return {$code: "seen"}.get(code)  # expect: CLB103 $number
""",
    ),
    Shape(
        "key of a dictionary",
        """
PAUSES_$number = {$code: 5}  # expect: CLB103 $number


def check_$number(lb_id):
    return ask(lb_id)["code"] in PAUSES_$number  # expect: CLB101 $number
""",
    ),
    Shape(
        "match",
        """
def check_$number(lb_id):
    match ask(lb_id)["code"]:
        case $code:  # expect: CLB101 $number
            return True
        case _:
            return False
""",
    ),
    Shape(
        "match one of several",
        """
def check_$number(lb_id):
    code = ask(lb_id)["code"]  # expect: CLB104
    match code:
        case $code | $other:  # expect: CLB101 $number $other_number
            return True
    return False
""",
    ),
    Shape(
        "match a mapping",
        """
def check_$number(lb_id):
    match ask(lb_id):
        case {"code": $code}:  # expect: CLB101 $number
            return True
    return False
""",
    ),
    Shape(
        "match with a guard",
        """
def check_$number(lb_id):
    code = ask(lb_id)["code"]  # expect: CLB104
    match code:
        case found if found == $code:  # expect: CLB101 $number
            return True
    return False
""",
    ),
    Shape(
        "match a dotted name",
        """
class Codes$number:
    WANTED = $code  # expect: CLB103 $number


def check_$number(lb_id):
    match ask(lb_id)["code"]:
        case Codes$number.WANTED:  # expect: CLB101 $number
            return True
    return False
""",
    ),
    Shape(
        "assert",
        """
def check_$number(lb_id):
    answer = ask(lb_id)
    assert answer["code"] == $code, "no " + lb_id  # expect: CLB101 $number
""",
    ),
    Shape(
        "conditional expression",
        """
def check_$number(lb_id):
    answer = ask(lb_id)
    return "seen" if answer["code"] == $code else "unknown"  # expect: CLB101 $number
""",
    ),
    Shape(
        "condition of a loop",
        """
def check_$number(lb_id):
    answer = ask(lb_id)
    while answer["code"] == $code:  # expect: CLB101 $number
        answer = ask(lb_id)
    return answer
""",
    ),
    Shape(
        "loop left by break",
        """
def check_$number(lb_id):
    for attempt in range(3):
        code = ask(lb_id)["code"]  # expect: CLB104
        if code != $code:  # expect: CLB101 $number
            break
""",
    ),
    Shape(
        "filter of a comprehension",
        """
def check_$number(lb_ids):
    answers = [ask(lb_id) for lb_id in lb_ids]
    return [answer for answer in answers if answer["code"] == $code]  # expect: CLB101 $number
""",
    ),
    Shape(
        "any of several answers",
        """
def check_$number(lb_ids):
    return any(ask(lb_id)["code"] == $code for lb_id in lb_ids)  # expect: CLB101 $number
""",
    ),
    Shape(
        "all of several answers",
        """
def check_$number(lb_ids):
    codes = [ask(lb_id)["code"] for lb_id in lb_ids]  # expect: CLB104
    return all(code == $code for code in codes)  # expect: CLB101 $number
""",
    ),
    Shape(
        "walrus",
        """
def check_$number(lb_id):
    if (code := ask(lb_id)["code"]) == $code:  # expect: CLB101 $number
        print("found", code)
""",
    ),
    Shape(
        "made a number",
        """
def check_$number(lb_id):
    return int(ask(lb_id)["code"]) == $code  # expect: CLB101 $number
""",
        written=(Written.NUMBER,),
    ),
    Shape(
        "made a text",
        """
def check_$number(lb_id):
    return str(ask(lb_id)["code"]) == $code  # expect: CLB101 $number
""",
        written=(Written.TEXT,),
    ),
    Shape(
        "get with a default",
        """
def check_$number(lb_id):
    return ask(lb_id).get("code", -404) == $code  # expect: CLB101 $number
""",
    ),
    Shape(
        "attribute of self",
        """
class Checker$number:
    def __init__(self, lb_id):
        self.code = ask(lb_id)["code"]  # expect: CLB104

    def check(self):
        return self.code == $code  # expect: CLB101 $number
""",
    ),
    Shape(
        "property",
        """
class Checker$number:
    def __init__(self, lb_id):
        self._answer = ask(lb_id)

    @property
    def code(self):
        return self._answer["code"]  # expect: CLB104

    def check(self):
        return self.code == $code  # expect: CLB101 $number
""",
    ),
    Shape(
        "attribute of the answer",
        """
def check_$number(lb_id):
    answer = SimpleNamespace(**ask(lb_id))
    return answer.code == $code  # expect: CLB101 $number
""",
        once="from types import SimpleNamespace",
    ),
    Shape(
        "code returned by a function",
        """
def check_$number(lb_id):
    return code_of(ask(lb_id)) == $code  # expect: CLB101 $number
""",
        once="""
def code_of(answer):
    return answer["code"]  # expect: CLB104
""",
    ),
    Shape(
        "answer given to a function",
        """
def is_$number(answer):
    return answer["code"] == $code  # expect: CLB101 $number


def check_$number(lb_id):
    return is_$number(ask(lb_id))
""",
    ),
    Shape(
        "code given to a function",
        """
def is_$number(code):
    return code == $code  # expect: CLB101 $number


def check_$number(lb_id):
    return is_$number(code=ask(lb_id)["code"])  # expect: CLB104
""",
    ),
    Shape(
        "closure",
        """
def make_check_$number(lb_id):
    answer = ask(lb_id)

    def check():
        return answer["code"] == $code  # expect: CLB101 $number

    return check
""",
    ),
    Shape(
        "lambda",
        """
is_$number = lambda answer: answer["code"] == $code  # expect: CLB101 $number


def check_$number(lb_id):
    return is_$number(ask(lb_id))
""",
    ),
    Shape(
        "code beside the data",
        """
def check_$number(lb_id):
    code, data = pair(lb_id)
    return data if code != $code else None  # expect: CLB101 $number
""",
        once="""
def pair(lb_id):
    answer = ask(lb_id)
    return answer["code"], answer["data"]  # expect: CLB104
""",
    ),
    Shape(
        "code of an exception",
        """
def check_$number(lb_id):
    try:
        return demand(lb_id)
    except LbError as error:
        if error.code == $code:  # expect: CLB101 $number
            return None
        raise
""",
        once="""
class LbError(Exception):
    def __init__(self, code):
        super().__init__("code %s" % code)
        self.code = code


def demand(lb_id):
    answer = ask(lb_id)
    if answer["code"] != 0:  # expect: CLB102
        raise LbError(answer["code"])  # expect: CLB104
    return answer
""",
    ),
    Shape(
        "range",
        """
def check_$number(lb_id):
    return $code <= ask(lb_id)["code"] < $next  # expect: CLB101 $number
""",
        written=(Written.NUMBER,),
    ),
    Shape(
        "range of two comparisons",
        """
def check_$number(lb_id):
    code = ask(lb_id)["code"]  # expect: CLB104
    return code >= $code and code < $next  # expect: CLB101 $number
""",
        written=(Written.NUMBER,),
    ),
    Shape(
        "in a range",
        """
def check_$number(lb_id):
    return ask(lb_id)["code"] in range($code, $next)  # expect: CLB101 $number
""",
        written=(Written.NUMBER,),
    ),
    Shape(
        "hundreds",
        """
def check_$number(lb_id):
    return ask(lb_id)["code"] // 100 == $hundred  # expect: CLB101 $number
""",
        written=(Written.NUMBER,),
    ),
    Shape(
        "leading digits cut off",
        """
def check_$number(lb_id):
    return str(ask(lb_id)["code"])[:2] == "$hundred"  # expect: CLB101 $number
""",
        written=(Written.TEXT,),
    ),
    Shape(
        "leading digits asked for",
        """
def check_$number(lb_id):
    text = str(ask(lb_id)["code"])  # expect: CLB104
    return text.startswith("$hundred")  # expect: CLB101 $number
""",
        written=(Written.TEXT,),
    ),
    Shape(
        "answer of an HTTP request",
        """
def check_$number(params):
    answer = requests.get(URL, params=params, timeout=9).json()  # expect: CLB204
    return answer["code"] == $code  # expect: CLB101 $number
""",
        once="""
import requests

URL = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com
""",
    ),
    Shape(
        "answer of the command line",
        """
def check_$number(lb_id):
    command = ["qcloudcli", "lb", "DescribeLBHealthStatus", lb_id]
    out = subprocess.check_output(command)  # expect: CLB206
    return json.loads(out)["code"] == $code  # expect: CLB101 $number
""",
        once="import subprocess",
    ),
)
