"""Whether a run after did what the run before did, up to what has to differ.

What has to differ is the text of a code (`4100` before, `AuthFailure.SignatureFailure` after),
what a request is known by, and the SDKs' own exceptions. Each is replaced by the same word on
either side, and only such texts as this very pair of runs has met: all the rest must be equal to
the letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from tests.behaviour.cloud.legacy import FIRST_REQUEST
from tests.behaviour.cloud.site import BROKEN

Record = Mapping[str, Any]

_MODERN_ID = r"7e4d1c00-0000-4000-8000-0*(\d+)"
_LEGACY_ID = rf"({str(FIRST_REQUEST)[:4]}\d{{4}})"
_REQUESTS = re.compile(rf"""(['"]?)(?<![\w-])(?:{_MODERN_ID}|{_LEGACY_ID})(?!\w)\1""")
_DOWN = "the cloud is down"
_SHOWN = r"\[TencentCloudSDKException\] code:"
_EXCEPTIONS = (
    (
        re.compile(
            rf"ApiClientNetworkException  Error Message: {BROKEN}\n"
            rf"|{_SHOWN}ClientNetworkError message:{BROKEN} requestId:None"
            rf"|ApiClientNetworkException\('{BROKEN}'\)"
            rf"|TencentCloudSDKException\('ClientNetworkError', '{BROKEN}'\)"
        ),
        "<broken connection>",
    ),
    (
        re.compile(
            rf"ApiServerNetworkException Status: 500\nHeader: [^\n]*\nData: b'{_DOWN}'\n"
            rf"|{_SHOWN}ServerNetworkError message:b'{_DOWN}' requestId:None"
            rf"|ApiServerNetworkException\(500, [^\n]*b'{_DOWN}'\)"
            rf"|TencentCloudSDKException\('ServerNetworkError', b'{_DOWN}'\)"
        ),
        "<broken server>",
    ),
    (
        re.compile(
            r"(?:QcloudApi\.common\.api_exception\.)?Api(?:Client|Server)NetworkException\b"
            r"|(?:tencentcloud\.common\.exception\.tencent_cloud_sdk_exception\.)?"
            r"TencentCloudSDKException\b"
        ),
        "<exception of the SDK>",
    ),
)
# The name of a field that a failed answer does not have, as a KeyError shows it.
_FIELD = re.compile(r"(KeyError(?:\(|: )|^|: )'[A-Za-z]+'(\)?)$", re.MULTILINE)
_TRACEBACK = re.compile(r"^( *)Traceback \(most recent call last\):\n(?:\1 +.*\n)+", re.MULTILINE)
_ZERO = re.compile(r"""['"]?(?<![\w.])(?:0|Success)(?![\w.])['"]?""")


def differences(before: Record, after: Record, shows_success: bool = False) -> list[str]:
    """Every point in which the run after did not do what the run before did.

    `shows_success`: the program shows the code of an answer that went well, which is 0 or `Success`
    before and an empty text after.
    """
    normal = _normaliser(before, after)
    found = []
    for key in ("outcome", "exit"):
        if before[key] != after[key]:
            found.append(f"{key}: {before[key]!r} became {after[key]!r}")
    found += _operations(before["operations"], after["operations"])
    if _exception(before, normal) != _exception(after, normal):
        found.append(f"exception: {before['exception']} became {after['exception']}")
    texts = [("stdout", before["stdout"], after["stdout"])]
    texts.append(("stderr", before["stderr"], after["stderr"]))
    files = sorted({*before["files"], *after["files"]})
    for name in files:
        texts.append((name, before["files"].get(name), after["files"].get(name)))
    for name, old, new in texts:
        if old is None or new is None:
            found.append(f"{name}: written {'after' if old is None else 'before'} only")
        elif not _equal(normal(old), normal(new), shows_success):
            found.append(f"{name}: {normal(old)!r} became {normal(new)!r}")
    return found


def _operations(before: list[Any], after: list[Any]) -> list[str]:
    for place, (old, new) in enumerate(zip(before, after, strict=False), 1):
        if old != new:
            changed = [key for key in old if old[key] != new.get(key)]
            told = ", ".join(f"{key} {old[key]!r} became {new.get(key)!r}" for key in changed)
            return [f"request {place} ({old['name']}): {told}"]
    if len(before) != len(after):
        return [f"{len(before)} requests became {len(after)}"]
    return []


def _exception(record: Record, normal: Callable[[str], str]) -> object:
    if record["exception"] is None:
        return None
    kind, text = record["exception"]
    if kind == "builtins.KeyError":
        # It names the field that a failed answer does not have.
        return kind
    return normal(kind), normal(text)


def _normaliser(before: Record, after: Record) -> Callable[[str], str]:
    """Replaces, in a text of either run, what has to differ."""
    groups: dict[str, int] = {}
    for old, new in zip(before["codes"], after["codes"], strict=False):
        texts = [*old, *new]
        known = [groups[text] for text in texts if text in groups]
        group = known[0] if known else len(groups)
        groups |= dict.fromkeys(texts, group)
    codes = None
    if groups:
        words = "|".join(re.escape(text) for text in sorted(groups, key=len, reverse=True))
        codes = re.compile(rf"""(?P<quote>['"]?)(?<![\w.])({words})(?!\w|\.\w)(?P=quote)""")

    def normal(text: str) -> str:
        for pattern, word in _EXCEPTIONS:
            text = pattern.sub(word, text)
        text = _TRACEBACK.sub("", text)
        text = _FIELD.sub(r"\1<field>\2", text)
        text = _REQUESTS.sub(_request, text)
        if codes:
            text = codes.sub(lambda match: f"<code {groups[match[2]]}>", text)
        return text

    return normal


def _request(match: re.Match[str]) -> str:
    return f"<request {int(match[2]) if match[2] else int(match[3]) - FIRST_REQUEST}>"


def _equal(old: str, new: str, shows_success: bool) -> bool:
    if old == new or not shows_success:
        return old == new
    parts = _ZERO.split(old)
    shown = _ZERO.findall(old)
    pattern = re.escape(parts[0])
    for zero, rest in zip(shown, parts[1:], strict=True):
        pattern += rf"""(?:{re.escape(zero)}|''|""){{0,1}}{re.escape(rest)}"""
    return re.fullmatch(pattern, new) is not None
