"""Run the analysis over one example and compare what it finds with the markers in it.

An example is a Python file, or a folder whose Python files are analysed together: below
`tests/examples` one whose name ends in `_project`, below `tests/projects` every one. A comment at
the end of a line says which findings start on that line:

    if answer["code"] in (4100, 4105):  # expect: CLB101 4100 4105
    print(answer["code"], answer["message"])  # expect: CLB104; CLB104
    if code == 4100:  # expect: CLB101 4100 likely

The first word is the rule; `certain` (the default), `likely` or `possible` is the certainty; every
other word is a value that the finding names in `legacy`. A line without a marker expects nothing.
With `# min-confidence: possible` on its first line a file shows the least certain findings too.

`here` names a line, alone or behind another marker; after `via` a marker lists the named lines, of
whatever file, that the finding's trail passes in this order, others between them:

    body = client.call(action, params)  # expect: CLB204  # here: request
    return json.loads(body)  # here: decoded
    if load()["code"] == 4100:  # expect: CLB101 4100 via request decoded
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clb_migrate.analysis import analyse
from clb_migrate.checks.base import all_checks
from clb_migrate.findings import Certainty, Finding
from clb_migrate.source.read import Source, Unreadable, read
from clb_migrate.source.tokens import NEWLINE, Kind, scan
from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import Rules

EXAMPLES = Path(__file__).parent

PROJECT_SUFFIX = "_project"
EXPECT = re.compile(r"#\s*expect:\s*(?P<expectations>.*)")
HERE = re.compile(r"#\s*here:\s*(?P<label>[\w-]+)\s*")
VIA = "via"
RULE_ID = re.compile(r"CLB\d{3}")
MINIMUM = re.compile(r"#\s*min-confidence:\s*(?P<certainty>\w+)\s*")

RULES_WITH_TRAIL = frozenset({"CLB101", "CLB102", "CLB104"})
ORIGIN = re.compile(r"\bimport\b|__import__|import_module|qcloud|tencentyun", re.IGNORECASE)
"""What a trail's first step shows, in its words or on its line: an import, a host, a command."""

Place = tuple[str, int]
"""A line of a file: its path as shown, and its number."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One finding a marker asks for."""

    path: str
    line: int
    rule: str
    legacy: frozenset[str]
    certainty: Certainty
    via: tuple[Place, ...] = ()

    def met_by(self, finding: Finding) -> bool:
        """Tell whether `finding`, known to have this place and rule, says the rest as well."""
        return (
            finding.certainty is self.certainty
            and self.legacy <= set(finding.legacy)
            and passes(finding, self.via)
        )

    def __str__(self) -> str:
        words = [self.rule, *sorted(self.legacy), self.certainty.label, *_via(self.via)]
        return f"{self.path}:{self.line}: {' '.join(words)}"


@dataclass(frozen=True, slots=True)
class Example:
    """The sources of one example, what it expects, and the least certainty it looks at."""

    sources: tuple[Source, ...]
    expectations: tuple[Expectation, ...]
    minimum: Certainty


def example_paths(folder: Path) -> Iterator[Path]:
    """Yield the example files and `_project` folders below `folder`, in order."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name != "__pycache__":
            if path.name.endswith(PROJECT_SUFFIX):
                yield path
            else:
                yield from example_paths(path)
        elif path.suffix == ".py" and path.name != "__init__.py":
            yield path


def name_of(path: Path, root: Path = EXAMPLES) -> str:
    """The readable name of an example below `root`: `fires/http/requests_get`."""
    return path.relative_to(root).with_suffix("").as_posix()


def load_example(path: Path) -> Example:
    """Read the example at `path`; raises `ValueError` for a marker that cannot be understood."""
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path]
    sources = []
    for file in files:
        shown = file.relative_to(path.parent).as_posix()
        source = read(file, shown)
        if isinstance(source, Unreadable):
            raise ValueError(f"{shown}: {source.reason}")
        sources.append(source)
    places = places_in(sources)
    return Example(
        sources=tuple(sources),
        expectations=tuple(
            expectation for source in sources for expectation in expectations_in(source, places)
        ),
        minimum=min(map(minimum_of, sources)),
    )


def minimum_of(source: Source) -> Certainty:
    """The least certainty shown for `source`: `likely`, unless its first line says otherwise."""
    match = MINIMUM.fullmatch(source.text.partition("\n")[0])
    return Certainty.from_label(match["certainty"]) if match else Certainty.LIKELY


def places_in(sources: Iterable[Source]) -> dict[str, Place]:
    """Return the lines that `sources` name; raises `ValueError` if two lines have one name."""
    places: dict[str, Place] = {}
    for source in sources:
        for line, marker in _markers(source):
            match = HERE.fullmatch(marker)
            if match is None:
                continue
            if match["label"] in places:
                raise ValueError(f"{source.path}:{line}: {match['label']} names another line, too")
            places[match["label"]] = source.path, line
    return places


def expectations_in(
    source: Source, places: Mapping[str, Place] | None = None
) -> Iterator[Expectation]:
    """Yield what the markers of `source` expect; `places` are the lines its trails may name.

    Raises `ValueError` for a malformed marker, and for one that names an unknown line.
    """
    for line, marker in _markers(source):
        match = EXPECT.fullmatch(marker)
        if match is not None:
            for text in match["expectations"].split(";"):
                yield _expectation(source.path, line, text, places or {})
        elif re.match(r"#\s*(expect\b|here:)", marker) and not HERE.fullmatch(marker):
            raise ValueError(f"{source.path}:{line}: not a marker: {marker}")


def _markers(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the comments of `source` that can be markers, each with its line."""
    # Python's own tokenizer refuses what only Python 2 could write.
    tokens, complete = scan(source.text)
    if not complete:
        raise ValueError(f"{source.path}: no tokens after {tokens[-1].text!r}")
    for token in tokens:
        if token.kind is Kind.COMMENT:
            line = len(NEWLINE.findall(source.text, 0, token.start)) + 1
            for part in re.split(r"(?=#)", token.text):
                if part:
                    yield line, part.rstrip()


def _expectation(path: str, line: int, text: str, places: Mapping[str, Place]) -> Expectation:
    rule, *words = text.split() or [""]
    if not RULE_ID.fullmatch(rule):
        raise ValueError(f"{path}:{line}: a marker starts with a rule, not {rule!r}")
    passed: list[str] = []
    if VIA in words:
        words, passed = words[: words.index(VIA)], words[words.index(VIA) + 1 :]
        if not passed or not places.keys() >= set(passed):
            unknown = sorted(set(passed) - places.keys())
            raise ValueError(f"{path}:{line}: no line is named {' or '.join(unknown) or 'here'}")
    labels = [certainty for certainty in Certainty if certainty.label in words]
    if len(labels) > 1:
        raise ValueError(f"{path}:{line}: one finding has one certainty")
    certainty = labels[0] if labels else Certainty.CERTAIN
    legacy = frozenset(words) - {certainty.label}
    return Expectation(path, line, rule, legacy, certainty, tuple(places[p] for p in passed))


@cache
def shipped_rules() -> Rules:
    """The rules as shipped, loaded once for all examples."""
    return load_rules()


def findings_in(sources: Sequence[Source], minimum: Certainty = Certainty.LIKELY) -> list[Finding]:
    """Return the findings of all rules that are on by default, in the order of a report."""
    rules = shipped_rules()
    observations = analyse(sources, rules)
    return sorted(
        (
            finding
            for check in all_checks()
            if check.rule.default
            for finding in check.run(observations, rules)
            if finding.certainty >= minimum
        ),
        key=lambda finding: finding.sort_key,
    )


def problems_of(example: Example) -> list[str]:
    """Return what is wrong with the findings of `example`, one line each."""
    findings = findings_in(example.sources, example.minimum)
    lines = {source.path: source.text.splitlines() for source in example.sources}
    return [
        *differences(example.expectations, findings),
        *(problem for finding in findings for problem in flaws(finding, lines)),
    ]


def differences(expectations: Iterable[Expectation], findings: Iterable[Finding]) -> Iterator[str]:
    """Compare the two, counting, by place and rule; yields one line per difference."""
    found: defaultdict[tuple[str, int, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        place = (finding.location.path, finding.location.span.line, finding.rule)
        found[place].append(finding)
    # The pickiest choose first, so that `CLB104; CLB104 likely` cannot be matched the wrong way.
    for wanted in sorted(
        expectations, key=lambda e: (e.path, e.line, e.rule, -len(e.legacy), -len(e.via))
    ):
        candidates = found[wanted.path, wanted.line, wanted.rule]
        met = next((finding for finding in candidates if wanted.met_by(finding)), None)
        if met is not None:
            candidates.remove(met)
        elif candidates:
            other = candidates.pop(0)
            trail = _via(_trail(other)) if wanted.via else ()
            yield f"expected {wanted}, found {' '.join([_shown(other), *trail])}"
        else:
            yield f"missing  {wanted}"
    for unexpected in (finding for group in found.values() for finding in group):
        yield f"unwanted {_shown(unexpected)}"


def passes(finding: Finding, places: Iterable[Place]) -> bool:
    """Tell whether the trail of `finding` passes all `places`, in their order."""
    steps = iter(_trail(finding))
    return all(place in steps for place in places)


def flaws(finding: Finding, lines: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield what is wrong with a finding by itself, whatever was expected.

    `lines` holds the source lines of each path; every position must lie within them.
    """
    if not finding.message.strip():
        yield f"no message: {_shown(finding)}"
    for location in (finding.location, *(step.location for step in finding.trail)):
        if not 1 <= location.span.line <= len(lines.get(location.path, ())):
            yield f"a position outside the sources ({location}): {_shown(finding)}"
            return
    if finding.certainty is not Certainty.CERTAIN or finding.rule not in RULES_WITH_TRAIL:
        return
    if not finding.trail:
        yield f"no trail: {_shown(finding)}"
        return
    if not all(step.text.strip() for step in finding.trail):
        yield f"a step without words: {_shown(finding)}"
    first = finding.trail[0]
    span = first.location.span
    written = lines[first.location.path][span.line - 1 : span.end_line]
    if not any(map(ORIGIN.search, [first.text, *written])):
        yield f"the trail starts with {first.text!r}, no legacy source: {_shown(finding)}"


def _shown(finding: Finding) -> str:
    span = finding.location.span
    words = [finding.rule, *finding.legacy, finding.certainty.label]
    return f"{finding.location.path}:{span.line}:{span.column}: {' '.join(words)}"


def _trail(finding: Finding) -> list[Place]:
    return [(step.location.path, step.location.span.line) for step in finding.trail]


def _via(places: Sequence[Place]) -> list[str]:
    return [VIA, *(f"{path}:{line}" for path, line in places)] if places else []
