"""What becomes of Python 2, what is left alone, and how the version is told."""

from __future__ import annotations

import ast
import re
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clb_migrate.source.python2 import may_bind_by_comma, translated


def rewritten(text: str) -> str:
    """Return a Python 2 text as Python 3, which Python itself must be able to parse."""
    translation = translated(text)
    assert translation is not None
    assert translation.is_python2
    ast.parse(translation.code.text)
    return translation.code.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("print x", "print( x)"),
        ("print'a',", "print('a',)"),
        ("print -1", "print( -1)"),
        ("print [x]", "print( [x])"),
        ("print (a), b", "print( (a), b)"),
        ("print (a) == b", "print( (a) == b)"),
        ("print >>f", "print( f)"),
        ("print>>f, a, b,", "print(f, a, b,)"),
        ("print a; print; print b", "print( a); print; print( b)"),
        ("if a: print b\nelse: print c", "if a: print( b)\nelse: print( c)"),
        ("print {1: 2}[1], lambda: 0", "print( {1: 2}[1], lambda: 0)"),
        ("print a, \\\n    b", "print( a, \\\n    b)"),
        ("exec a", "exec( a)"),
        ("exec 'a in b' in c, d", "exec( 'a in b' , c, d)"),
        ("exec (a) in c", "exec( (a) , c)"),
        ("raise E, 'text'", "raise E( 'text')"),
        ("raise E, 'a %s' % (b, c)", "raise E( 'a %s' % (b, c))"),
        ("raise E, (a, b)", "raise E (a, b)"),
        ("raise E, ()", "raise E ()"),
        ("raise E, (a)", "raise E (a)"),
        ("raise E, a, b", "raise E( a).with_traceback( b)"),
        ("raise E, (a, b), c", "raise E (a, b).with_traceback( c)"),
        ("raise E, (a) % b", "raise E( (a) % b)"),
        ("x = `a`", "x = repr(a)"),
        ("x = `a, `b``", "x = repr(a, repr(b))"),
        ("print`a`", "print( repr(a))"),
        ("x = 1 if`a`else`b`", "x = 1 if repr(a)else repr(b)"),
        ("a <> b", "a != b"),
        ("x = 10L + 0xFFl + 0777 + 0777L", "x = 10 + 0xFF + 0o777 + 0o777"),
        ("x = ur'a' + UR'b'", "x = r'a' + R'b'"),
        ("x = [y for y in 1, 2 if y]", "x = [y for y in (1, 2) if y]"),
        ("x = [y for y in (1, a), b]", "x = [y for y in ((1, a), b)]"),
        ("True, False = 1L, 0", "True_, False_ = 1, 0"),
    ],
)
def test_syntax(before: str, after: str) -> None:
    assert rewritten(before + "\n") == after + "\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def f(a, (b, c)): return a", "def f(a, b_c): (b, c) = b_c; return a"),
        (
            "def f((b, c)=(1, 2)):\n  for b in c: d",
            "def f(b_c=(1, 2)):\n  (b, c) = b_c\n  for b in c: d",
        ),
        ("def f((a, b)):\n  'doc'", "def f(a_b):\n  (a, b) = a_b\n  'doc'"),
        ("a_b = 1\ndef f((a, b)): pass", "a_b = 1\ndef f(a_b_1): (a, b) = a_b_1; pass"),
        ("x = lambda (a, b): a", "x = lambda a_b: [ a for (a, b) in [a_b]][0]"),
        (
            "f(lambda (a, b), c, (d,): a, key=lambda (x): x)",
            "f(lambda a_b, c, d_1: [ a for (a, b) in [a_b] for (d,) in [d_1]][0],"
            " key=lambda x_1: [ x for (x) in [x_1]][0])",
        ),
    ],
)
def test_tuples_among_parameters(before: str, after: str) -> None:
    assert rewritten(before + "\n") == after + "\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("except E, e: print e", "except E as e: print( e)"),
        ("except E,e: print e", "except E as e: print( e)"),
        ("except (E, F), e: print e", "except (E, F) as e: print( e)"),
        ("except (E, F): print e", "except (E, F): print( e)"),
        ("except: print e", "except: print( e)"),
        ("except E, (a, b): print a", "except E as a_b: (a, b) = a_b.args; print( a)"),
        ("except E, self.e: print 1", "except E as self_e: self.e = self_e; print( 1)"),
        ("except E as e[0]:\n  if 1: pass", "except E as e_1:\n  e[0] = e_1\n  if 1: pass"),
    ],
)
def test_handlers(before: str, after: str) -> None:
    assert rewritten(f"try: pass\n{before}\n") == f"try: pass\n{after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("print a / b", "print( a // b)"),
        ("a /= b; print a", "a //= b; print( a)"),
        ("from __future__ import division\nprint a / b",) * 2,
        ("print b'a' + B'b' + bR'c'", "print( 'a' + 'b' + R'c')"),
        (r"print 'C:\Users', u'\u0041'", r"print( 'C:\\Users', u'\u0041')"),
        (r"print '\\u', r'\u'", r"print( '\\u', r'\u')"),
    ],
)
def test_meaning(before: str, after: str) -> None:
    """What Python 3 would read differently, in a file that is Python 2 for other reasons."""
    if before == after:
        assert " / " in rewritten(before + "\n")
    else:
        assert rewritten(before + "\n") == after + "\n"


def test_a_tab_is_eight_columns() -> None:
    before = "class A:\n    def f(self):\n\tprint 1\n    \tif 2:\n\t    pass\n\n  \t# note\n"
    after = (
        "class A:\n    def f(self):\n        print( 1)\n        if 2:\n            pass\n"
        "\n  \t# note\n"
    )
    assert rewritten(before) == after


def test_tabs_alone_are_left() -> None:
    assert rewritten("if 1:\n\tprint 2\n\tif 3:\n\t\tprint 4\n").count("\t") == 4


def test_tabs_and_spaces_that_python_3_refuses_are_sign_enough() -> None:
    assert rewritten("if 1:\n\ta\n        b\n") == "if 1:\n        a\n        b\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x = 1\n",
        "print('a')\n",
        "print(a, file=b)\n",
        "from __future__ import print_function\nprint(a)\nprint.write = print\n",
        "exec('a')\n",
        "raise E('a') from b\n",
        "try: pass\nexcept (E, F) as e: pass\n",
        "async def f():\n    await g()\n    async with h: pass\n",
        "async def f():\n    await (g)\n    return [x async for x in y]\n",
        "nonlocal_ = 1\ndef f():\n    def g():\n        nonlocal a\n",
        "'print x'\n# print x\n",
        "x = {'print': print}\n",
        "x = b'a' / 2\n",
        "x = [y for y in (1, 2)], 3\n",
        "x[a:b, c], lambda a, b: (a, b)\n",
        "x = 0, 00, 0.5, 0o17, 0xFF, 1_000\n",
        "x = 'open\n",
        'x = """open\n',
        "x = $\n",
    ],
)
def test_what_shows_no_sign_of_age_is_left(text: str) -> None:
    assert translated(text) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f(async=1)", "f(async_=1)"),
        ("x.async()", "x.async_()"),
        ("from a import async as await", "from a import async_ as await_"),
        ("def nonlocal(): pass", "def nonlocal_(): pass"),
        ("async = 4 / 2, b'a'", "async_ = 4 / 2, b'a'"),
    ],
)
def test_names_that_became_keywords_are_no_sign_of_python_2(before: str, after: str) -> None:
    translation = translated(before + "\n")
    assert translation is not None
    assert not translation.is_python2
    assert translation.code.text == after + "\n"


PYTHON_2_HANDLERS = {
    "a name nothing else binds": "except KeyError, e:\n    print(e)\n",
    "also one in capitals": "except KeyError, E:\n    print(E)\n",
    "a name that is assigned elsewhere": "except KeyError, err:\n    pass\nerr = None\n",
    "several": "except (A, B), e:\n    pass\nexcept C, e2:\n    pass\n",
    "a tuple": "except IOError, (number, text):\n    pass\n",
    "a parameter's name": "except KeyError, code:\n    pass\ndef f(code): pass\n",
    "a star import does not bind it": "except KeyError, e:\n    pass\nfrom os import *\n",
}
PYTHON_3_HANDLERS = {
    "two built-in exceptions": "except KeyError, ValueError:\n    pass\n",
    "three exceptions": "except A, B, c:\n    pass\n",
    "an imported one": "from socket import error\nexcept KeyError, error:\n    pass\n",
    "a class of the file": "class timeout(IOError): pass\nexcept KeyError, timeout:\n    pass\n",
    "an attribute": "except OSError, requests.Timeout:\n    pass\n",
    "a star import may bring it": "from errors import *\nexcept KeyError, Throttled:\n    pass\n",
    "a constant in capitals": "NETWORK = (A, B)\nexcept KeyError, NETWORK:\n    pass\n",
    "formatted strings": "except KeyError, e:\n    print(f'{e}')\n",
    "annotations": "def f(a: int): pass\nexcept KeyError, e:\n    pass\n",
    "an asynchronous function": "async def f(): pass\nexcept KeyError, e:\n    pass\n",
}


def with_try(text: str) -> str:
    """Put the `try` before the first handler."""
    head, handler, rest = text.partition("except")
    return f"{head}try:\n    pass\n{handler}{rest}"


@pytest.mark.parametrize("text", PYTHON_2_HANDLERS.values(), ids=PYTHON_2_HANDLERS.keys())
def test_a_comma_binds(text: str) -> None:
    text = with_try(text)
    assert may_bind_by_comma(text.encode())
    assert " as " in rewritten(text)


@pytest.mark.parametrize("text", PYTHON_3_HANDLERS.values(), ids=PYTHON_3_HANDLERS.keys())
def test_a_comma_does_not_bind(text: str) -> None:
    assert translated(with_try(text)) is None


@pytest.mark.parametrize(
    "text", ["try: pass\nexcept (A, B): pass\n", "except_ = a, b\n", "# except, of course, this\n"]
)
def test_no_comma_to_bind_by(text: str) -> None:
    assert not may_bind_by_comma(text.encode())


OLD = dedent(
    '''\
    # -*- coding: gbk -*-
    def f(a, (bb, cc)):
    \t"""Two
    \tlines."""
            # a note
    \tfor x in bb:
    \t    print >>out, `value`, 0777, code <> other
    \ttry: pass
            except Failure, (number, text): raise Failure, text
    '''
).replace("\n", "\r\n")


@pytest.mark.parametrize(
    "words",
    ["bb, cc", "for x", "value", "0777", "code", "other", "Failure", "number, text", "text"],
)
def test_places_are_those_of_the_file(words: str) -> None:
    """Each word of the new text is found in the old one where the map says it was."""
    translation = translated(OLD)
    assert translation is not None
    new, old_lines = translation.code.text, OLD.split("\r\n")
    spelled = words.replace("0777", "0o777")
    found = [*re.finditer(rf"\b{spelled}\b", new)]
    assert found
    for match in found:
        before = new[: match.start()].replace("\r\n", "\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        start = translation.code.old_start(line, column)
        end = translation.code.old_end(line, column + len(spelled))
        assert start[0] == end[0]
        assert old_lines[start[0] - 1][start[1] - 1 : end[1] - 1] == words


def test_what_was_put_in_stands_for_what_it_replaced() -> None:
    translation = translated("x = `ab` <> c\n")
    assert translation is not None
    assert translation.code.text == "x = repr(ab) != c\n"
    assert translation.code.old_start(1, 5) == (1, 5)
    assert translation.code.old_end(1, 13) == (1, 9)
    assert translation.code.old_start(1, 14) == (1, 10)
    assert translation.code.old_start(1, 99) == (2, 1)


PIECES = [
    *("print ", "x", "`", ", ", "except ", ":", "\n", "\t", "    ", "(", ")", "lambda ", "0777L"),
    *("raise ", "exec ", " in ", "for ", "[", "]", "def f", "try:", "'", '"""', ";", "<>", "#"),
    *("\r", "async", " as ", "if ", "True", "=", "/"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_text_can_be_looked_at(pieces: list[str]) -> None:
    """Whatever comes out, every place of it lies within the file."""
    text = "".join(pieces)
    translation = translated(text)
    if translation is None:
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    new = translation.code.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, content in enumerate(new, 1):
        for column in range(1, len(content) + 2):
            for line, at in (
                translation.code.old_start(number, column),
                translation.code.old_end(number, column),
            ):
                assert 1 <= line <= len(lines)
                assert 1 <= at <= len(lines[line - 1]) + 2
