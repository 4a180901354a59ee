"""The typed rows of `rules/*.toml`: what the tool knows, as immutable values.

Field names are the keys of the TOML files; the comments there and the docstrings here are one
description. Rows hold facts only. What is computed from them lives beside the row
(`ErrorCodes.owner_of`), never in the analysis.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Kind = Literal["success", "exact", "one_to_many", "approximate", "none"]
"""How well a legacy code translates: `success` is 0, `none` has no counterpart."""

Confidence = Literal["official", "judgement", "weak", "unknown"]
"""Who says so: Tencent's guide, our reading, a guess, or nobody."""

CurrentType = Literal[
    "",
    "String",
    "Integer",
    "Float",
    "Boolean",
    "Object",
    "Array of String",
    "Array of Integer",
    "Array of Object",
]
"""The type of a 3.0 field, as the SDK's models declare it; empty where there is no field."""

Shape = Literal["same", "values", "list", "element", "number", "prefixed", "by_hand"]
"""How a program carries a value over:

- `same`: it stays as it is (its keys may have rows of their own);
- `values`: the map of the transform, whose keys are met as text and, where they are digits, as
  numbers, and the other way round to read;
- `list`: sent in a list of its own; read from the first element of one;
- `element`: sent as the only element of a legacy list; read as a list of one;
- `number`: 0 or 1 on one side, a boolean on the other;
- `prefixed`: text that begins with one of the prefixes stays, anything else is by hand;
- `by_hand`: no program can.
"""

ConfigFate = Literal["argument", "dropped", "dropped_if_pointless", "dropped_with_class"]
"""What becomes of a key of a legacy configuration: `argument` goes to the 3.0 client; `dropped`
has nothing to do there; `dropped_if_pointless` is a `Version` with which the answer is a legacy
one all the same; `dropped_with_class` counts only where the module has no class."""

CommonFate = Literal["region", "version", "dropped", "by_hand"]
"""What becomes of a common parameter among those of a call: `region` and `version` overrule the
configuration, `dropped` belongs to the signature or is overwritten, `by_hand` is up to a person."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A set of 3.0 codes: exactly `root`, or with `family` also everything below it at a dot."""

    root: str
    family: bool

    @classmethod
    def parse(cls, text: str) -> Pattern:
        """Read `AuthFailure.TokenFailure` (exact) or `ResourceNotFound.*` (family)."""
        return cls(text.removesuffix(".*"), text.endswith(".*"))

    def __str__(self) -> str:
        return self.root + ".*" if self.family else self.root

    def matches(self, code: str) -> bool:
        """Tell whether the 3.0 `code` belongs to the set; a family breaks only at dots."""
        return code == self.root or (self.family and code.startswith(self.root + "."))

    @property
    def specificity(self) -> tuple[int, bool]:
        """Orders patterns that match one code: the longer root wins, then the exact one."""
        return (self.root.count(".") + 1, not self.family)


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """One legacy code of `error_codes.toml`.

    `patterns` are the 3.0 codes it owns, `mentions` those that a page lists for it but another row
    owns; `lost` says what 3.0 no longer tells, `steps` what a person does where nothing can be
    rewritten; `shares_with` names the siblings that own the very same patterns.
    """

    code: int
    meaning: str
    action: str
    kind: Kind
    names: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    mentions: tuple[str, ...]
    shares_with: tuple[int, ...]
    lost: str
    steps: tuple[str, ...]
    note: str
    source: tuple[str, ...]

    @property
    def replacement(self) -> tuple[str, ...]:
        """The 3.0 patterns as text; empty where there is no counterpart.

        The rows of a module's own codes own nothing: what takes their place is only mentioned.
        """
        if self.patterns or self.kind == "none":
            return tuple(map(str, self.patterns))
        return self.mentions


@dataclass(frozen=True)
class ErrorCodes:
    """All legacy codes, the common rows and what single modules say otherwise."""

    common: Mapping[int, ErrorCode]
    overrides: Mapping[str, Mapping[int, ErrorCode]]
    published: tuple[str, ...]
    """Every 3.0 code published for the load balancer or for all products, sorted."""

    def get(self, code: int, module: str | None = None) -> ErrorCode | None:
        """Return the row of `code`, as `module` means it where it differs; None if unknown."""
        return self.overrides.get(module or "", {}).get(code) or self.common.get(code)

    @cached_property
    def names(self) -> Mapping[str, int]:
        """The `codeDesc` names that stand for exactly one common code."""
        found: dict[str, list[int]] = {}
        for row in self.common.values():
            for name in row.names:
                found.setdefault(name, []).append(row.code)
        return {name: codes[0] for name, codes in found.items() if len(codes) == 1}

    def owners_of(self, code: str) -> tuple[int, ...]:
        """Return the legacy codes that own the 3.0 `code`: one, several siblings, or none."""
        best: tuple[int, bool] | None = None
        owners: list[int] = []
        for row in self.common.values():
            for pattern in row.patterns:
                if not pattern.matches(code):
                    continue
                if best is None or pattern.specificity > best:
                    best, owners = pattern.specificity, [row.code]
                elif pattern.specificity == best and row.code not in owners:
                    owners.append(row.code)
        return tuple(sorted(owners))


@dataclass(frozen=True, slots=True)
class Endpoints:
    """`endpoints.toml`: how a host tells its API, and how each API answers."""

    legacy_suffixes: tuple[str, ...]
    """Domains below which every host is API 2.0 (`api.qcloud.com`)."""
    legacy_path: str
    """The path of every API 2.0 request (`/v2/index.php`)."""
    current_suffixes: tuple[str, ...]
    """Domains of API 3.0 (`tencentcloudapi.com`)."""
    signature_parameters: tuple[str, ...]
    """Request parameters that only a hand-made v2 signature sets (`SecretId`, `Nonce`, ...)."""
    action_parameter: str
    """The request parameter that names the action."""
    version_parameter: str
    """The request parameter that asks for the 3.0 form of the answer."""
    regions: Mapping[str, str]
    """Short region name -> full name (`gz` -> `ap-guangzhou`)."""
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Envelope:
    """`envelope.toml`: the fields around the data, in both APIs."""

    code: str
    description: str
    message: str
    success_code: int
    success_name: str
    code_like_names: tuple[str, ...]
    """Names that suggest an error code where the origin is unknown (`ret_code`)."""
    current_code_path: tuple[str, ...]
    """Keys from a 3.0 body to its code: `Response`, `Error`, `Code`."""
    current_message_path: tuple[str, ...]
    """Keys from a 3.0 body to its message."""
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Module:
    """One legacy module of `modules.toml` and the 3.0 product that took its place, if any."""

    module: str
    host: str
    product: str | None
    version: str | None
    current_host: str | None
    package: str | None
    confidence: Confidence
    has_class: bool
    """The legacy Python SDK has a class for it, which fixes the host whatever the config says."""
    in_cli: bool
    current_versions: tuple[str, ...]
    """Values of `Version` with which its legacy host answers in the 3.0 form."""
    note: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Argument:
    """Where a call carries something: position (from 0, without self), keyword, or both."""

    position: int | None
    keyword: str | None


@dataclass(frozen=True, slots=True)
class ClientMethod:
    """A method of an SDK client.

    `returns`: `body` raw text, `response` a parsed 2.0 response, `current_body`,
    `current_response` (a dict with `Response`), `url` a signed legacy URL, `self` for chained
    builders, `nothing` otherwise. `sets` is the role (see `ClientClass.config_keys`, and `timeout`
    and `debug` beside them) that it changes for the calls to come; `idle` that it changes nothing.
    """

    name: str
    action: Argument | None
    params: Argument | None
    returns: Literal[
        "body", "response", "current_body", "current_response", "url", "self", "nothing"
    ]
    timeout: Argument | None = None
    """Seconds to wait for this call."""
    debug: Argument | None = None
    """Whether to print the request and the answer."""
    sets: str = ""
    idle: bool = False


@dataclass(frozen=True, slots=True)
class ClientClass:
    """A client class of an SDK, told by its dotted name.

    `name` is matched as a suffix of the resolved import at a dot, so vendored copies are found;
    a `*` stands for one or more characters without limits.
    """

    name: str
    module: Argument | None
    config: Argument | None
    fixed_module: str | None
    methods: Mapping[str, ClientMethod]
    config_keys: Mapping[str, str]
    """Role (`region`, `version`, `endpoint`, `secret_id`, ...) -> key in the config dict."""
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClientFunction:
    """A function that sends a request as a client's method does; matched like a client's name."""

    name: str
    module: Argument | None
    fixed_module: str | None
    action: Argument | None
    params: Argument | None
    returns: Literal["body", "response"]
    source: tuple[str, ...]

    @property
    def client(self) -> ClientClass:
        """The client that it is like, made for one call."""
        return ClientClass(self.name, self.module, None, self.fixed_module, {}, {}, self.source)

    @property
    def method(self) -> ClientMethod:
        """The method of that client."""
        return ClientMethod(self.name, self.action, self.params, self.returns)


@dataclass(frozen=True, slots=True)
class Import:
    """`from module import name`."""

    name: str
    module: str


@dataclass(frozen=True, slots=True)
class CurrentNames:
    """`[current]` of `sdk.toml`: what emitted code imports, constructs and calls.

    The arguments of a class or method stand in the order in which it takes them.
    """

    credential: Import
    """The module that has the class of credentials."""
    credential_class: str
    credential_arguments: tuple[str, ...]
    client: Import
    client_arguments: tuple[str, ...]
    call_method: str
    call_arguments: tuple[str, ...]
    response_key: str
    """The key of the 3.0 response in what the method returns (`Response`)."""
    client_profile: Import
    http_profile_argument: str
    """The argument of the client profile that takes an HTTP profile."""
    http_profile: Import
    timeout_argument: str
    endpoint_argument: str
    timeout: int
    """Seconds that the 3.0 SDK waits where nobody says."""
    exception: Import
    code_method: str
    message_method: str
    request_id_method: str
    """Returns nothing where the exception did not come from the API but from the client."""
    distribution: str
    """The name on PyPI of what has all of these."""
    minimum_version: str


@dataclass(frozen=True, slots=True)
class ExceptionChange:
    """What takes the place of a legacy exception: a 3.0 exception with a client-side code."""

    name: str
    """Dotted, one of `Sdk.legacy_exceptions`."""
    code: str | None
    """None for the base class of the others, for which every client-side code stands."""
    attributes: Mapping[str, str]
    """Attribute -> method of the 3.0 exception; for every other one a person must decide."""
    note: str


@dataclass(frozen=True, slots=True)
class Sdk:
    """`sdk.toml`: names of the legacy SDKs and of the 3.0 one."""

    legacy_imports: tuple[str, ...]
    """Import roots that are a legacy SDK (`QcloudApi`, `qcloudapi3`); found vendored as well."""
    legacy_clients: tuple[ClientClass, ...]
    legacy_functions: tuple[ClientFunction, ...]
    """Functions of private packages that send requests to API 2.0; users add them."""
    legacy_exceptions: tuple[str, ...]
    legacy_distributions: tuple[str, ...]
    """Names on PyPI (normalised, lower case with dashes)."""
    legacy_commands: tuple[str, ...]
    """Command-line programs (`qcloudcli`)."""
    current_imports: tuple[str, ...]
    current_clients: tuple[ClientClass, ...]
    current_exceptions: tuple[str, ...]
    current_code_attributes: tuple[str, ...]
    current_code_methods: tuple[str, ...]
    replacement_distributions: tuple[str, ...]
    replacement_command: str
    current: CurrentNames
    exception_changes: Mapping[str, ExceptionChange]
    legacy_timeout: int
    """Seconds that the legacy SDK waits where nobody says."""
    config_fates: Mapping[str, ConfigFate]
    """Role of a configuration key -> what becomes of it. Keys without a role are never read."""
    common_parameters: Mapping[str, CommonFate]
    """Common parameters that code can put among those of a call -> what becomes of them."""
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One legacy request parameter; `to` is its dotted 3.0 path, None where there is none.

    A rewrite carries it over where it has `to`, leaves it out where it is `droppable`, and else
    leaves the call to a person. With `to` and `by_hand` it is for a person as well, who knows
    what to send.
    """

    name: str
    type: str
    required: bool
    to: str | None
    transform: str | None
    note: str
    current_type: CurrentType = ""
    """The type of the last step of `to`; empty without `to`, or where nobody told."""
    left_out: str | int | bool | None = None
    """What to send in API 3.0 where the legacy call leaves it out, to keep the legacy default."""
    review: str = ""
    """What someone should look at where `left_out` is sent."""
    needed: str = ""
    """Why a call that leaves it out cannot be migrated by a program."""
    differs: str = ""
    """What may change where it is left out, so that a person must agree."""
    unless: tuple[str, ...] = ()
    """Legacy parameters; a call that sends all of them can be migrated nevertheless."""
    droppable: bool = False
    """It has no counterpart, and without it the call does the same."""
    by_hand: str = ""
    """Why a call that sends it cannot be migrated by a program."""


@dataclass(frozen=True, slots=True)
class ResponseField:
    """One legacy response field (`loadBalancerSet[].status`); `to` is its 3.0 path or None.

    A rewrite reads `to`, unless `by_hand` says why it cannot; one of the two is there, or it is a
    `wrapper`.
    """

    name: str
    type: str
    to: str | None
    transform: str | None
    note: str
    current_type: CurrentType = ""
    """The type of the last step of `to`; empty without `to`, or where nobody told."""
    nullable: bool = False
    """The 3.0 field, or an object on the way to it, may be null."""
    by_hand: str = ""
    """Why a read of it cannot be migrated by a program."""
    wrapper: bool = False
    """It only holds others, which are a step further up in API 3.0."""


@dataclass(frozen=True, slots=True)
class Action:
    """One legacy action of a module and its 3.0 counterpart, if there is one."""

    name: str
    module: str
    group: str
    replacement: str | None
    why_none: str
    alternatives: tuple[str, ...]
    confidence: Confidence
    parameters: tuple[Parameter, ...]
    response_fields: tuple[ResponseField, ...]
    required: tuple[str, ...]
    """3.0 parameters that must be sent."""
    missing: tuple[str, ...]
    """Those of them that no legacy parameter covers."""
    asynchronous: str
    access_rights: str
    """What is to be done about CAM rights; empty where they carry over."""
    note: str
    source: tuple[str, ...]
    by_hand: str = ""
    """Why a program does not rewrite its calls although there is a replacement."""
    doubt: str = ""
    """What may change with a migrated call, so that a person must agree."""
    reviews: tuple[str, ...] = ()
    """What someone should look at after every migrated call."""


@dataclass(frozen=True, slots=True)
class Transform:
    """How values change: `values` maps legacy to 3.0 literals; `note` says what a map cannot."""

    name: str
    values: Mapping[str, str | int | bool]
    note: str
    shape: Shape = "by_hand"
    omit: tuple[str, ...] = ()
    """Legacy literals, written as in `values`, that mean in API 3.0: do not send it."""
    prefixes: tuple[str, ...] = ()
    """How text begins that stays as it is (`vpc-`); for the shape `prefixed` only."""


@dataclass(frozen=True, slots=True)
class HttpFunction:
    """A function or method that sends an HTTP request.

    `url` and `data` say where the address and the parameters are; `returns` is `answer` (an
    object that holds the body), `body`, `pair` (something else and the body), or `nothing`
    (http.client: the connection keeps it).
    """

    name: str
    url: Argument | None
    data: tuple[Argument, ...]
    returns: Literal["answer", "body", "pair", "nothing"]


@dataclass(frozen=True, slots=True)
class HttpClient:
    """A class whose instances send HTTP requests; `base` carries a host or base URL."""

    name: str
    base: Argument | None
    methods: Mapping[str, HttpFunction]
    answers: tuple[str, ...]
    """Methods that return the pending answer (`getresponse`)."""


@dataclass(frozen=True, slots=True)
class Libraries:
    """`libraries.toml`: shapes of Python libraries that carry a response along."""

    http_functions: Mapping[str, HttpFunction]
    http_clients: Mapping[str, HttpClient]
    request_objects: Mapping[str, HttpFunction]
    """Classes that only describe a request (`urllib.request.Request`)."""
    answer_bodies: tuple[str, ...]
    """Attributes and methods of an answer that are its raw body (`text`, `read`)."""
    answer_responses: tuple[str, ...]
    """Methods of an answer that parse it (`json`)."""
    decoders: tuple[str, ...]
    """Functions that parse a raw body (`json.loads`, `eval`) or an answer (`json.load`)."""
    passes: tuple[str, ...]
    """Functions that return (the elements of) their first argument (`list`, `copy.deepcopy`)."""
    tasks: tuple[str, ...]
    """Functions that return a task or future of the awaitable they are given."""
    same_as: Mapping[str, str]
    """Functions that do what a built-in function, or a method of a built-in class, does."""
    makes: Mapping[str, str]
    """Functions that return an object of a class whose methods have rows."""
    proxies: Mapping[str, str]
    """Objects that stand for the project's own object of a class (`flask.current_app`)."""
    serialisers: tuple[str, ...]
    """Functions that turn a value into text that a decoder reads (`json.dumps`)."""
    pairs: tuple[str, ...]
    """Functions that divide the elements of their first argument into two collections."""
    queues: tuple[str, ...]
    """Classes whose objects give back what was put into them (`queue.Queue`)."""
    enters: tuple[str, ...]
    """Methods that enter the context manager they are given (`contextlib.ExitStack...`)."""
    starts: Mapping[str, str]
    """Methods of library classes, and the method of a derived class that they call."""
    encoders: tuple[str, ...]
    """Functions that turn a dict of parameters into text (`urllib.parse.urlencode`)."""
    signers: tuple[str, ...]
    """Functions that make an HMAC of their second argument (`hmac.new`)."""
    runners: Mapping[str, Literal["body", "answer", "pair", "nothing"]]
    """Functions that run a command, and how its output comes back; `pair` puts it second."""
    known: frozenset[str]
    """Top-level import names of well-known libraries: what comes from them is not legacy."""


@dataclass(frozen=True)
class Rules:
    """Everything the tool knows, as loaded from one set of rule files."""

    error_codes: ErrorCodes
    endpoints: Endpoints
    envelope: Envelope
    modules: Mapping[str, Module]
    sdk: Sdk
    actions: Mapping[str, Mapping[str, Action]]
    """Module -> action name -> row."""
    transforms: Mapping[str, Transform]
    libraries: Libraries
