"""Load `rules/*.toml` into one `Rules` value.

The folder lies at the top of the repository, and inside the package in a wheel. Users can add rows
with files of the same names and layout, or with one file of any other name, in which rows of all
kinds may stand; what the table holds already they cannot change.
`convert.py` reads the values, `consistency.py` compares the rows with each other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from clb_migrate.table.consistency import check_action, check_codes, check_transforms
from clb_migrate.table.convert import Place, RulesError, merge, read_table, suggest
from clb_migrate.table.folder import folder_of_rules
from clb_migrate.table.rows import (
    Action,
    Endpoints,
    Envelope,
    ErrorCode,
    ErrorCodes,
    Libraries,
    Module,
    Rules,
    Sdk,
    Transform,
)

__all__ = ["RulesError", "load_folder", "load_rules", "rules_folder"]

Shape = TypeVar("Shape")

_ACTIONS = "actions"


@dataclass(frozen=True, slots=True)
class Override:
    """What the codes mean that some modules answer in a way of their own."""

    modules: tuple[str, ...]
    code: Mapping[int, ErrorCode]


@dataclass(frozen=True, slots=True)
class ErrorCodesFile:
    """The layout of `error_codes.toml`; `published` is list -> the 3.0 codes published in it."""

    code: Mapping[int, ErrorCode]
    override: tuple[Override, ...]
    published: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ModulesFile:
    """The layout of `modules.toml`."""

    module: Mapping[str, Module]


@dataclass(frozen=True, slots=True)
class TransformsFile:
    """The layout of `transforms.toml`."""

    transform: Mapping[str, Transform]


@dataclass(frozen=True, slots=True)
class ActionsFile:
    """The layout of `actions/<any name>.toml`."""

    action: tuple[Action, ...]


_LAYOUTS: Mapping[str, type] = {
    "endpoints.toml": Endpoints,
    "envelope.toml": Envelope,
    "error_codes.toml": ErrorCodesFile,
    "libraries.toml": Libraries,
    "modules.toml": ModulesFile,
    "sdk.toml": Sdk,
    "transforms.toml": TransformsFile,
}


@dataclass(frozen=True, slots=True)
class _Source:
    """A rule file, and how messages call it; `part` is what of it belongs to one file's layout."""

    path: Path
    shown: str
    part: Mapping[str, Any] | None = None


def rules_folder() -> Path:
    """Return the folder of the rules that came with the tool. Raises RulesError."""
    folder = folder_of_rules()
    if folder is None:
        package = Path(__file__).resolve().parent.parent
        raise RulesError(f"{package}: its rule files are missing; install clb-migrate again")
    return Path(folder)


def load_rules(extra: Sequence[Path] = ()) -> Rules:
    """Return everything the tool knows, with the rows of `extra` added.

    Each path of `extra` is a folder laid out like `rules/`, with any of its files, one such file,
    or a file of another name with rows of any kind. Raises RulesError for a file that cannot be
    read and for any row that is wrong.
    """
    return load_folder(rules_folder(), extra)


def load_folder(folder: Path, extra: Sequence[Path] = ()) -> Rules:
    """Return the rules of `folder` with the rows of `extra` added. Raises RulesError."""
    sources: dict[str, list[_Source]] = {}
    for name, source in _sources(folder, extra):
        sources.setdefault(name, []).append(source)
    for name in _LAYOUTS:
        if name not in sources:
            raise RulesError(f"{folder.name}/{name}: is missing")
    transforms = _read(TransformsFile, sources["transforms.toml"]).transform
    check_transforms(transforms, Place(sources["transforms.toml"][-1].shown))
    return Rules(
        error_codes=_error_codes(sources["error_codes.toml"]),
        endpoints=_read(Endpoints, sources["endpoints.toml"]),
        envelope=_read(Envelope, sources["envelope.toml"]),
        modules=_read(ModulesFile, sources["modules.toml"]).module,
        sdk=_read(Sdk, sources["sdk.toml"]),
        actions=_actions(sources, transforms),
        transforms=transforms,
        libraries=_read(Libraries, sources["libraries.toml"]),
    )


def _sources(folder: Path, extra: Sequence[Path]) -> Iterator[tuple[str, _Source]]:
    """Yield each rule file with its name inside the folder, `extra` last."""
    for name in _names(folder):
        yield name, _Source(folder / name, f"{folder.name}/{name}")
    for path in extra:
        if path.is_dir():
            for name in _names(path):
                yield name, _Source(path / name, str(path / name))
        elif path.parent.name == _ACTIONS:
            yield f"{_ACTIONS}/{path.name}", _Source(path, str(path))
        elif path.name in _LAYOUTS:
            yield path.name, _Source(path, str(path))
        else:
            yield from _parts(path)


def _parts(path: Path) -> Iterator[tuple[str, _Source]]:
    """Yield a file with rows of any kind as several, one for each file they belong to."""
    owners: dict[str, str] = {}
    for name, layout in (*_LAYOUTS.items(), (f"{_ACTIONS}/{path.name}", ActionsFile)):
        for field in fields(layout):
            # Only collections can be added to, and there is one `code` among those.
            if not (layout is Envelope or field.name == "source"):
                owners[field.name] = name
    parts: dict[str, dict[str, Any]] = {}
    for key, value in _document(_Source(path, str(path))).items():
        if key not in owners:
            problem = f"unknown key {key!r}{suggest(key, owners)}"
            raise Place(str(path)).error(problem)
        parts.setdefault(owners[key], {})[key] = value
    for name, part in parts.items():
        yield name, _Source(path, str(path), part)


def _names(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.toml")):
        yield _known(path)
    for path in sorted((folder / _ACTIONS).glob("*.toml")):
        yield f"{_ACTIONS}/{path.name}"


def _known(path: Path) -> str:
    if path.name not in _LAYOUTS:
        raise RulesError(f"{path}: no rule file has this name{suggest(path.name, _LAYOUTS)}")
    return path.name


def _read(shape: type[Shape], sources: Sequence[_Source]) -> Shape:
    """Read the files of one name into one value, the first of them being the whole table."""
    first, *added = sources
    values = read_table(shape, _document(first), Place(first.shown), complete=True)
    for source in added:
        place = Place(source.shown)
        for key, value in read_table(shape, _document(source), place, partial=True).items():
            values[key] = merge(values[key], value, place.inside(key))
    return shape(**values)


def _document(source: _Source) -> Mapping[str, Any]:
    if source.part is not None:
        return source.part
    try:
        return tomllib.loads(source.path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RulesError(f"{source.shown}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise RulesError(f"{source.shown}: is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise RulesError(f"{source.shown}: is not valid TOML: {error}") from None


def _error_codes(sources: Sequence[_Source]) -> ErrorCodes:
    found = _read(ErrorCodesFile, sources)
    place = Place(sources[-1].shown)
    check_codes(found.code, place)
    overrides: dict[str, Mapping[int, ErrorCode]] = {}
    for override in found.override:
        for module in override.modules:
            at = place.inside(f"override {module}").inside("code")
            overrides[module] = merge(dict(overrides.get(module, {})), override.code, at)
    published = {code for codes in found.published.values() for code in codes}
    return ErrorCodes(found.code, overrides, tuple(sorted(published)))


def _actions(
    sources: Mapping[str, Sequence[_Source]], transforms: Mapping[str, Transform]
) -> Mapping[str, Mapping[str, Action]]:
    """Read all files of actions; each row names its module itself."""
    found: dict[str, Mapping[str, Action]] = {}
    files = [file for name in sources if name.startswith(f"{_ACTIONS}/") for file in sources[name]]
    for source in files:
        for action in _read(ActionsFile, [source]).action:
            place = Place(source.shown, ("action",))
            check_action(action, transforms, place.row(action.name))
            others = dict(found.get(action.module, {}))
            found[action.module] = merge(others, {action.name: action}, place)
    return found
