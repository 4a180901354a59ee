"""The shapes in which programs decide by an error code, as templates of one function each.

Every `decide_$n(answer)` gives something that depends on whether the answer holds the code. In a
template `$code` is the code as the program writes it (`4100` or `"4100"`), `$n` its digits alone,
`$other` and `$other_n` a second code of the same kind, `$next` the number after it, `$hundred` and
`$rest` its leading and its last digits, `$name` its `codeDesc`, and `$codes` the module beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Written(Enum):
    """How a program writes an error code."""

    NUMBER = "number"
    TEXT = "text"

    @property
    def stem(self) -> str:
        """What the program is called that asks for many codes, written so."""
        return f"by_{self._value_}"

    def literal(self, code: int) -> str:
        """Return `code` as source code."""
        return str(code) if self is Written.NUMBER else f'"{code}"'

    def held(self, code: int) -> int | str:
        """Return `code` as an answer holds it."""
        return code if self is Written.NUMBER else str(code)


NUMBER = (Written.NUMBER,)
TEXT = (Written.TEXT,)
BOTH = (Written.NUMBER, Written.TEXT)


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to decide by a code: what stands once in the module, and what once per code."""

    name: str
    function: str
    once: str = ""
    aside: str = ""
    """A module of its own that the first one imports as `$codes`; once per code."""
    written: tuple[Written, ...] = BOTH
    yes: object = True
    """What a function gives, or the class of what it raises, for the codes that it names."""
    outcome: bool = False
    """Whether it asks for success or failure alone, and for no code."""
    named: bool = False
    """Whether it is on `codeDesc`, so that only codes with a name of their own can be asked for."""
    stays: str = ""
    """Words of the reason why it is not migrated; empty where it is."""
    digits: bool = False
    """Whether it is on some of the digits, or an order, and so on more codes than the one."""
    defect: str = ""
    """What is known to be wrong with what it becomes."""

    def __str__(self) -> str:
        return self.name


SHAPES = (
    # --- Comparisons ---
    Shape(
        "equal",
        """
def decide_$n(answer):
    return answer["code"] == $code
""",
    ),
    Shape(
        "reversed",
        """
def decide_$n(answer):
    if $code == answer["code"]:
        return True
    return False
""",
    ),
    Shape(
        "not equal",
        """
def decide_$n(answer):
    if answer["code"] != $code:
        return False
    return True
""",
    ),
    Shape(
        "not equal given back",
        """
def decide_$n(answer):
    return answer["code"] != $code
""",
        yes=False,
    ),
    Shape(
        "not before the comparison",
        """
def decide_$n(answer):
    return not answer["code"] == $code
""",
        yes=False,
    ),
    Shape(
        "is",
        """
def decide_$n(answer):
    return answer["code"] is $code
""",
        written=NUMBER,
    ),
    Shape(
        "is not",
        """
def decide_$n(answer):
    return answer["code"] is not $code
""",
        written=NUMBER,
        yes=False,
    ),
    Shape(
        "or",
        """
def decide_$n(answer):
    code = answer["code"]
    return code == $code or code == $other
""",
    ),
    Shape(
        "neither",
        """
def decide_$n(answer):
    code = answer["code"]
    if code != $code and code != $other:
        return False
    return True
""",
    ),
    Shape(
        "not and parentheses",
        """
def decide_$n(answer):
    code = answer["code"]
    return not (code == $code or code == $other)
""",
        yes=False,
    ),
    Shape(
        "failure but not this one",
        """
def decide_$n(answer):
    code = answer["code"]
    if code != $success and code != $code:
        return "other"
    return "fine"
""",
        yes="fine",
    ),
    Shape(
        "combined with something else",
        """
def decide_$n(answer, wanted=True):
    return bool(wanted and answer["code"] == $code)
""",
    ),
    Shape(
        "compared twice",
        """
def decide_$n(answer):
    return (answer["code"] == $code) == True
""",
    ),
    # --- Membership ---
    Shape(
        "in a tuple",
        """
def decide_$n(answer):
    return answer["code"] in ($code, $other)
""",
    ),
    Shape(
        "in a tuple with success",
        """
def decide_$n(answer):
    return answer["code"] in ($success, $code)
""",
    ),
    Shape(
        "in a tuple of one",
        """
def decide_$n(answer):
    return answer["code"] in ($code,)
""",
    ),
    Shape(
        "in a list",
        """
def decide_$n(answer):
    return answer["code"] in [$code, $other]
""",
    ),
    Shape(
        "in a set",
        """
def decide_$n(answer):
    return answer["code"] in {$code, $other}
""",
    ),
    Shape(
        "in a frozenset",
        """
def decide_$n(answer):
    return answer["code"] in frozenset([$code, $other])
""",
    ),
    Shape(
        "not in a tuple",
        """
def decide_$n(answer):
    if answer["code"] not in ($success, $code):
        raise LookupError("failed")
    return True
""",
    ),
    Shape(
        "in a named tuple",
        """
WANTED_$n = ($code, $other)


def decide_$n(answer):
    return answer["code"] in WANTED_$n
""",
    ),
    Shape(
        "in a named list",
        """
WANTED_$n = [
    $code,
    $other,  # the next one
]


def decide_$n(answer):
    return answer["code"] in WANTED_$n
""",
    ),
    Shape(
        "in a named frozenset",
        """
WANTED_$n = frozenset({$code, $other})


def decide_$n(answer):
    code = answer.get("code")
    return code in WANTED_$n
""",
    ),
    Shape(
        "in a set of another module",
        """
from $codes import WANTED_$n


def decide_$n(answer):
    return answer["code"] in WANTED_$n
""",
        aside="""
WANTED_$n = {$code, $other}
""",
    ),
    Shape(
        "in the tuple of a module attribute",
        """
def decide_$n(answer):
    return answer["code"] in $codes.WANTED_$n
""",
        once="import $codes",
        aside="""
WANTED_$n = ($code, $other)
""",
    ),
    # --- Ranges, arithmetic and digits ---
    Shape(
        "chained range",
        """
def decide_$n(answer):
    return $n <= answer["code"] < $next
""",
        written=NUMBER,
    ),
    Shape(
        "range with and",
        """
def decide_$n(answer):
    code = answer["code"]
    return code >= $n and code < $next
""",
        written=NUMBER,
    ),
    Shape(
        "outside a range",
        """
def decide_$n(answer):
    code = answer["code"]
    return code < $n or code >= $next
""",
        written=NUMBER,
        yes=False,
        digits=True,
        stays="outside of a range of codes",
    ),
    Shape(
        "in range",
        """
def decide_$n(answer):
    return answer["code"] in range($n, $next)
""",
        written=NUMBER,
    ),
    Shape(
        "from here on",
        """
def decide_$n(answer):
    return answer["code"] >= $n
""",
        written=NUMBER,
        digits=True,
    ),
    Shape(
        "below",
        """
def decide_$n(answer):
    return answer["code"] < $next
""",
        written=NUMBER,
        digits=True,
    ),
    Shape(
        "hundreds",
        """
def decide_$n(answer):
    return answer["code"] // 100 == $hundred
""",
        written=NUMBER,
        digits=True,
    ),
    Shape(
        "remainder",
        """
def decide_$n(answer):
    return answer["code"] % 1000 == $rest
""",
        written=NUMBER,
        digits=True,
    ),
    Shape(
        "divmod",
        """
def decide_$n(answer):
    return divmod(answer["code"], 100)[0] == $hundred
""",
        written=NUMBER,
        digits=True,
        stays="codes are put in an order",
    ),
    Shape(
        "hundreds of a true division",
        """
def decide_$n(answer):
    return int(answer["code"] / 100) == $hundred
""",
        written=NUMBER,
        digits=True,
    ),
    Shape(
        "int around",
        """
def decide_$n(answer):
    return int(answer["code"]) == $n
""",
    ),
    Shape(
        "str around",
        """
def decide_$n(answer):
    return str(answer["code"]) == "$n"
""",
    ),
    Shape(
        "formatted",
        """
def decide_$n(answer):
    return f"{answer['code']}" == "$n"
""",
        stays="may also be something else than the code",
    ),
    Shape(
        "prefix",
        """
def decide_$n(answer):
    return str(answer["code"]).startswith("$hundred")
""",
        digits=True,
    ),
    Shape(
        "one of two prefixes",
        """
def decide_$n(answer):
    return str(answer["code"]).startswith(("$hundred", "$other_hundred"))
""",
        digits=True,
    ),
    Shape(
        "slice",
        """
def decide_$n(answer):
    return str(answer["code"])[:2] == "$hundred"
""",
        digits=True,
    ),
    Shape(
        "first digit",
        """
def decide_$n(answer):
    return str(answer["code"])[0] == "$first"
""",
        digits=True,
    ),
    # --- match ---
    Shape(
        "match",
        """
def decide_$n(answer):
    match answer["code"]:
        case $code:
            return True
        case _:
            return False
""",
    ),
    Shape(
        "match one of several",
        """
def decide_$n(answer):
    code = answer["code"]
    match code:
        case $success:
            return None
        case $code | $other:
            return True
    return False
""",
    ),
    Shape(
        "match with a guard",
        """
def decide_$n(answer):
    code = answer["code"]
    match code:
        case found if found == $code:
            return True
    return False
""",
    ),
    Shape(
        "match with a guard on something else",
        """
def decide_$n(answer, patient=True):
    match answer["code"]:
        case $code if patient:
            return True
        case $other:
            return False
    return False
""",
        stays="a family of codes is matched with a guard",
    ),
    Shape(
        "match in a match",
        """
def decide_$n(answer):
    code = answer["code"]
    match code:
        case $success:
            return None
        case found:
            match found:
                case $code:
                    return True
                case $other:
                    return False
    return False
""",
    ),
    Shape(
        "match a mapping",
        """
def decide_$n(answer):
    match answer:
        case {"code": $code}:
            return True
    return False
""",
        stays="this way of reading a code is not rewritten",
    ),
    Shape(
        "match a dotted name",
        """
class Codes$n:
    WANTED = $code


def decide_$n(answer):
    match answer["code"]:
        case Codes$n.WANTED:
            return True
    return False
""",
    ),
    # --- Expressions and dispatch ---
    Shape(
        "conditional expression",
        """
def decide_$n(answer):
    return "seen" if answer["code"] == $code else "unknown"
""",
        yes="seen",
    ),
    Shape(
        "conditional expressions in a row",
        """
def decide_$n(answer):
    code = answer["code"]
    return "seen" if code == $code else "other" if code == $other else "unknown"
""",
        yes="seen",
    ),
    Shape(
        "chain of elif",
        """
def decide_$n(answer):
    code = answer["code"]
    if code == $success:
        return "fine"
    elif code == $code:
        return "seen"
    elif code == $other:
        return "other"
    else:
        return "unknown"
""",
        yes="seen",
    ),
    Shape(
        "dispatch in place",
        """
def decide_$n(answer):
    return {$code: "seen", $other: "other"}.get(answer["code"], "unknown")
""",
        yes="seen",
        written=NUMBER,
    ),
    Shape(
        "dispatch in place without default",
        """
def decide_$n(answer):
    code = answer["code"]
    return {$code: "seen"}.get(code)
""",
        yes="seen",
        written=NUMBER,
    ),
    Shape(
        "dispatch by get",
        """
TEXTS_$n = {$success: "fine", $code: "seen", $other: "other"}


def decide_$n(answer):
    code = answer["code"]
    return TEXTS_$n.get(code, "unknown")
""",
        yes="seen",
        written=NUMBER,
    ),
    Shape(
        "dispatch by subscript",
        """
TEXTS_$n = {$code: "seen", $other: "other"}


def decide_$n(answer):
    try:
        return TEXTS_$n[answer["code"]]
    except KeyError:
        return "unknown"
""",
        yes="seen",
        written=NUMBER,
    ),
    Shape(
        "dispatch to functions",
        """
def seen_$n():
    return "seen"


HANDLERS_$n = {
    $code: seen_$n,
    $other: lambda: "other",
}


def decide_$n(answer):
    code = answer["code"]
    if code in HANDLERS_$n:
        return HANDLERS_$n[code]()
    return "unknown"
""",
        yes="seen",
        written=NUMBER,
    ),
    Shape(
        "dispatch by get with keys of text",
        """
TEXTS_$n = {$code: "seen", $other: "other"}


def decide_$n(answer):
    return TEXTS_$n.get(answer["code"], "unknown")
""",
        written=TEXT,
        yes="seen",
        stays="a key of the table is no known code",
    ),
    Shape(
        "key of a dictionary",
        """
PAUSES_$n = {$code: 5, $other: 7}


def decide_$n(answer):
    return answer["code"] in PAUSES_$n
""",
    ),
    Shape(
        "dispatch of another module",
        """
from $codes import TEXTS_$n


def decide_$n(answer):
    return TEXTS_$n.get(answer["code"], "unknown")
""",
        aside="""
TEXTS_$n = {$code: "seen", $other: "other"}
""",
        yes="seen",
        written=NUMBER,
    ),
    # --- Names for codes ---
    Shape(
        "named constant",
        """
WANTED_$n = $code


def decide_$n(answer):
    return answer["code"] == WANTED_$n
""",
    ),
    Shape(
        "named constant of another module",
        """
from $codes import WANTED_$n


def decide_$n(answer):
    return answer["code"] == WANTED_$n
""",
        aside="""
WANTED_$n = $code
""",
    ),
    Shape(
        "tuple of named constants",
        """
FIRST_$n = $code
SECOND_$n = $other


def decide_$n(answer):
    return answer["code"] in (FIRST_$n, SECOND_$n)
""",
    ),
    Shape(
        "class constant",
        """
class Codes$n:
    WANTED = $code
    LIMIT = 20


def decide_$n(answer):
    return answer["code"] == Codes$n.WANTED
""",
    ),
    Shape(
        "enum member's value",
        """
class Err$n(enum.Enum):
    WANTED = $code
    OTHER = $other


def decide_$n(answer):
    return answer["code"] == Err$n.WANTED.value
""",
        once="import enum",
    ),
    Shape(
        "integer enum member",
        """
class Err$n(IntEnum):
    WANTED = $code


def decide_$n(answer):
    return answer["code"] == Err$n.WANTED
""",
        once="from enum import IntEnum",
        written=NUMBER,
    ),
    Shape(
        "enum made from the code",
        """
class Err$n(Enum):
    WANTED = $code


def decide_$n(answer):
    code = answer["code"]
    try:
        return Err$n(code) is Err$n.WANTED
    except ValueError:
        return False
""",
        once="from enum import Enum",
        stays="a member of an enumeration is made of a code",
    ),
    # --- codeDesc ---
    Shape(
        "name of the code",
        """
def decide_$n(answer):
    return answer["codeDesc"] == "$name"
""",
        written=NUMBER,
        named=True,
    ),
    Shape(
        "not this name",
        """
def decide_$n(answer):
    if answer.get("codeDesc") != "$name":
        return False
    return True
""",
        written=NUMBER,
        named=True,
    ),
    Shape(
        "one of several names",
        """
def decide_$n(answer):
    return answer["codeDesc"] in ("Success", "$name")
""",
        written=NUMBER,
        named=True,
    ),
    # --- Success ---
    Shape(
        "success equal",
        """
def decide_$n(answer):
    return answer["code"] == $success
""",
        outcome=True,
    ),
    Shape(
        "failure not equal",
        """
def decide_$n(answer):
    if answer["code"] != $success:
        raise LookupError(answer["message"])
    return True
""",
        outcome=True,
        yes=LookupError,
    ),
    Shape(
        "success not",
        """
def decide_$n(answer):
    if not answer["code"]:
        return True
    return False
""",
        outcome=True,
        written=NUMBER,
    ),
    Shape(
        "success not, given back",
        """
def decide_$n(answer):
    return not answer["code"]
""",
        outcome=True,
        written=NUMBER,
    ),
    Shape(
        "failure by truth",
        """
def decide_$n(answer):
    if answer["code"]:
        return False
    return True
""",
        outcome=True,
        written=NUMBER,
    ),
    Shape(
        "failure by bool",
        """
def decide_$n(answer):
    return bool(answer["code"])
""",
        outcome=True,
        written=NUMBER,
    ),
    Shape(
        "failure by truth of a variable",
        """
def decide_$n(answer):
    code = answer.get("code")
    while code:
        return "failed"
    return "fine"
""",
        outcome=True,
        written=NUMBER,
        yes="failed",
    ),
    Shape(
        "success is",
        """
def decide_$n(answer):
    return answer["code"] is 0
""",
        outcome=True,
        written=NUMBER,
    ),
    Shape(
        "success by name",
        """
def decide_$n(answer):
    return answer["codeDesc"] == "Success"
""",
        outcome=True,
        written=NUMBER,
    ),
    Shape(
        "failure by name",
        """
def decide_$n(answer):
    return answer.get("codeDesc") != "Success"
""",
        outcome=True,
        written=NUMBER,
    ),
    Shape(
        "success asserted",
        """
def decide_$n(answer):
    assert answer["code"] == 0, answer["message"]
    return True
""",
        outcome=True,
        written=NUMBER,
    ),
    Shape(
        "success in a tuple",
        """
def decide_$n(answer):
    return answer["code"] in (0, "0")
""",
        outcome=True,
    ),
    Shape(
        "success as number",
        """
def decide_$n(answer):
    return int(answer["code"]) == 0
""",
        outcome=True,
    ),
    Shape(
        "success as text",
        """
def decide_$n(answer):
    return str(answer["code"]) == "0"
""",
        outcome=True,
    ),
    Shape(
        "failure above zero",
        """
def decide_$n(answer):
    return answer["code"] > 0
""",
        outcome=True,
        written=NUMBER,
    ),
    Shape(
        "success named",
        """
def decide_$n(answer):
    return answer["code"] == SUCCESS
""",
        once="SUCCESS = $success",
        outcome=True,
    ),
    # --- Defaults ---
    Shape(
        "get without default",
        """
def decide_$n(answer):
    return answer.get("code") == $code
""",
    ),
    Shape(
        "get with -1",
        """
def decide_$n(answer):
    return answer.get("code", -1) == $code
""",
    ),
    Shape(
        "get with None",
        """
def decide_$n(answer):
    code = answer.get("code", None)
    return code == $code
""",
    ),
    Shape(
        "get with zero",
        """
def decide_$n(answer):
    return answer.get("code", 0) == $code
""",
    ),
    Shape(
        "success of get with -1",
        """
def decide_$n(answer):
    return answer.get("code", -1) == 0
""",
        outcome=True,
        written=NUMBER,
    ),
    Shape(
        "success of get with None",
        """
def decide_$n(answer):
    if answer.get("code", None) != 0:
        return False
    return True
""",
        outcome=True,
        written=NUMBER,
    ),
    Shape(
        "failure by the truth of get with zero",
        """
def decide_$n(answer):
    return True if answer.get("code", 0) else False
""",
        outcome=True,
        written=NUMBER,
    ),
    # --- On its way ---
    Shape(
        "in a variable",
        """
def decide_$n(answer):
    code = answer["code"]
    text = answer["message"]
    if code == $code:
        return True
    print(code, text)
    return False
""",
    ),
    Shape(
        "walrus",
        """
def decide_$n(answer):
    if (code := answer["code"]) == $code:
        return True
    return code == $code
""",
        stays="would have to be read more than once",
    ),
    Shape(
        "returned",
        """
def code_of_$n(answer):
    return answer["code"]


def decide_$n(answer):
    return code_of_$n(answer) == $code
""",
        stays="would have to be read more than once",
    ),
    Shape(
        "returned into a variable",
        """
def code_of_$n(answer):
    return answer["code"]


def decide_$n(answer):
    code = code_of_$n(answer)
    return code == $code
""",
    ),
    Shape(
        "as an argument",
        """
def is_$n(code):
    return code == $code


def decide_$n(answer):
    return is_$n(code=answer["code"])
""",
    ),
    Shape(
        "in a tuple with the text",
        """
def pair_$n(answer):
    return answer["code"], answer["message"]


def decide_$n(answer):
    code, text = pair_$n(answer)
    return code == $code
""",
    ),
    Shape(
        "in a dataclass",
        """
@dataclass
class Outcome$n:
    code: int
    text: str


def decide_$n(answer):
    outcome = Outcome$n(answer["code"], answer["message"])
    return outcome.code == $code
""",
        once="from dataclasses import dataclass",
    ),
    Shape(
        "in a named tuple of fields",
        """
Outcome$n = namedtuple("Outcome$n", "code text")


def decide_$n(answer):
    return Outcome$n(answer["code"], answer["message"]).code == $code
""",
        once="from collections import namedtuple",
        stays="would have to be read more than once",
    ),
    Shape(
        "in an exception",
        """
class Failed$n(Exception):
    def __init__(self, code):
        super().__init__("code %s" % code)
        self.code = code


def demand_$n(answer):
    if answer["code"] != $success:
        raise Failed$n(answer["code"])


def decide_$n(answer):
    try:
        demand_$n(answer)
    except Failed$n as failure:
        return failure.code == $code
    return False
""",
    ),
    Shape(
        "attribute of self",
        """
class Checker$n:
    def __init__(self, answer):
        self.code = answer["code"]

    def check(self):
        return self.code == $code


def decide_$n(answer):
    return Checker$n(answer).check()
""",
    ),
    Shape(
        "property",
        """
class Checker$n:
    def __init__(self, answer):
        self._answer = answer

    @property
    def code(self):
        return self._answer["code"]


def decide_$n(answer):
    return Checker$n(answer).code == $code
""",
        stays="would have to be read more than once",
    ),
    Shape(
        "value of a dictionary",
        """
def decide_$n(answer):
    kept = {"status": answer["code"], "text": answer["message"]}
    return kept["status"] == $code
""",
    ),
    Shape(
        "element of a list",
        """
def decide_$n(answer):
    codes = [answer["code"]]
    return any(code == $code for code in codes)
""",
    ),
    Shape(
        "filter of a comprehension",
        """
def decide_$n(answer):
    return len([each for each in [answer] if each["code"] == $code]) == 1
""",
    ),
    Shape(
        "closure",
        """
def decide_$n(answer):
    def check():
        return answer["code"] == $code

    return check()
""",
    ),
    Shape(
        "lambda",
        """
is_$n = lambda answer: answer["code"] == $code


def decide_$n(answer):
    return is_$n(answer)
""",
    ),
)
