"""The action table and the transforms, proven against the SDK of API 3.0.

What no test here can prove, because nothing that is installed says it: the names and types of the
legacy parameters and fields (they come from Tencent's pages, a sample repository and qcloudcli),
which 3.0 parameters are required (the SDK's models do not tell; tccli's do), the values a 3.0
field takes, and the names in products other than clb unless their SDK happens to be installed.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import pytest

from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import Action, Parameter, ResponseField, Rules, Transform

NAMES = [
    "AutoRewrite",
    "CloneLB",
    "CreateBmLoadBalancer",
    "CreateForwardLBFourthLayerListeners",
    "CreateForwardLBListenerRules",
    "CreateForwardLBSeventhLayerListeners",
    "CreateLoadBalancer",
    "CreateLoadBalancerListeners",
    "DeleteBmLoadBalancers",
    "DeleteForwardLBListener",
    "DeleteForwardLBListenerRules",
    "DeleteForwardLBSeventhListeners",
    "DeleteLBService",
    "DeleteLoadBalancerListeners",
    "DeleteLoadBalancers",
    "DeleteRewrite",
    "DeregisterInstancesFromForwardLB",
    "DeregisterInstancesFromForwardLBFourthListener",
    "DeregisterInstancesFromLoadBalancer",
    "DescribeAllLBBackends",
    "DescribeBmLoadBalancers",
    "DescribeBmLoadBalancersTaskResult",
    "DescribeForwardLBBackends",
    "DescribeForwardLBHealthStatus",
    "DescribeForwardLBListeners",
    "DescribeLBHealth",
    "DescribeLBHealthStatus",
    "DescribeLBHealthStatusMc",
    "DescribeLoadBalancerBackends",
    "DescribeLoadBalancerListeners",
    "DescribeLoadBalancerLog",
    "DescribeLoadBalancers",
    "DescribeLoadBalancersByInstances",
    "DescribeLoadBalancersTaskResult",
    "DescribeRewrite",
    "GetCertListWithLoadBalancer",
    "GetMonitorData",
    "InquiryBmLBPrice",
    "InquiryLBPrice",
    "InquiryLBPriceAll",
    "ManualRewrite",
    "ModifyBmLoadBalancerAttributes",
    "ModifyForwardFourthBackendsPort",
    "ModifyForwardFourthBackendsWeight",
    "ModifyForwardLBFourthListener",
    "ModifyForwardLBName",
    "ModifyForwardLBRulesDomain",
    "ModifyForwardLBSeventhListener",
    "ModifyForwardSeventhBackends",
    "ModifyForwardSeventhBackendsPort",
    "ModifyLBHealth",
    "ModifyLBNetwork",
    "ModifyLBProjectId",
    "ModifyLBWeight",
    "ModifyLoadBalancerAttributes",
    "ModifyLoadBalancerBackends",
    "ModifyLoadBalancerListener",
    "ModifyLoadBalancerRulesProbe",
    "RegisterInstancesWithForwardLBFourthListener",
    "RegisterInstancesWithForwardLBSeventhListener",
    "RegisterInstancesWithLoadBalancer",
    "ReplaceCert",
    "SetLoadBalancerCrossRegion",
    "SetLoadBalancerLog",
    "SetSecurityGroups",
]

OTHER_PRODUCTS = {
    "bmlb:CreateLoadBalancers": "2018-06-25",
    "bmlb:DeleteLoadBalancer": "2018-06-25",
    "bmlb:DescribeLoadBalancers": "2018-06-25",
    "bmlb:DescribeLoadBalancerTaskResult": "2018-06-25",
    "bmlb:ModifyLoadBalancer": "2018-06-25",
    "cls:SearchLog": "2020-10-16",
    "monitor:GetMonitorData": "2018-07-24",
}
"""Every action of the table that clb does not have, with the version that has it."""

RIGHTS_NOT_CARRIED_OVER = {
    "CloneLB",
    "CreateLoadBalancerListeners",
    "DeleteLoadBalancerListeners",
    "ModifyLoadBalancerBackends",
    "ModifyLoadBalancerListener",
}
"""The actions whose CAM remark in Tencent's guide 214/82364 says so."""

PYTHON_TYPES = {"Int": "int", "String": "str", "Float": "float", "Bool": "bool"}
SAMPLES: Mapping[str, Any] = {"int": 7, "str": "text", "float": 0.5, "bool": True}

# "Asynchronous" in Chinese, the language of the SDK's docstrings.
ASYNCHRONOUS = "\u5f02\u6b65"


# The SDK, as the tests see it.


@dataclass(frozen=True)
class Member:
    """A field of a model of the SDK: its declared type (`str`, `list of Backend`) and nullness."""

    type: str
    may_be_null: bool

    @property
    def is_list(self) -> bool:
        return self.type.startswith("list of ")

    @property
    def of(self) -> str:
        """The type of its elements, for a list, or of itself, without the module."""
        found = re.search(r"(\w+)`?$", self.type)
        return found[1] if found else ""


@dataclass(frozen=True)
class Product:
    """The client class and the models of one product of API 3.0."""

    client: type
    models: ModuleType

    @classmethod
    @cache
    def of(cls, name: str, version: str) -> Product:
        package = f"tencentcloud.{name}.v{version.replace('-', '')}"
        client = importlib.import_module(f"{package}.{name}_client")
        models = importlib.import_module(f"{package}.models")
        return cls(getattr(client, f"{name.capitalize()}Client"), models)

    def members(self, model: str) -> Mapping[str, Member]:
        """Return the fields of a model; raises LookupError if there is no such model."""
        found = getattr(self.models, model, None)
        if not isinstance(found, type):
            raise LookupError(f"there is no model {model}")
        documented = re.findall(
            r":param _(\w+): (.*?)\s*:type \1: ([^\n]+)",
            vars(found)["__init__"].__doc__ or "",
            re.DOTALL,
        )
        return {name: Member(kind.strip(), "null" in text) for name, text, kind in documented}

    def walk(self, model: str, path: str) -> list[Member]:
        """Return the fields on the way down a dotted path; raises LookupError for a wrong step.

        `[]` stands behind every list that the path goes into, and behind nothing else.
        """
        way: list[Member] = []
        for step in path.split("."):
            if way and way[-1].of in SAMPLES:
                raise LookupError(f"{path}: {way[-1].type} has no fields")
            name = step.removesuffix("[]")
            members = self.members(way[-1].of if way else model)
            if name not in members:
                raise LookupError(f"{path}: {model} has no {name}")
            way.append(members[name])
            last = len(way) == path.count(".") + 1
            if step.endswith("[]") != (way[-1].is_list and not last):
                raise LookupError(f"{path}: {name} is {way[-1].type}")
            model = way[-1].of
        return way

    def sample(self, model: str, paths: list[str]) -> dict[str, Any]:
        """Return a JSON object of the model that has every one of the paths."""
        whole: dict[str, Any] = {}
        for path in paths:
            here: Any = whole
            steps = path.split(".")
            for step, member in zip(steps, self.walk(model, path), strict=True):
                element: Any = SAMPLES.get(member.of)
                if element is None:
                    element = {}
                value = here.setdefault(
                    step.removesuffix("[]"), [element] if member.is_list else element
                )
                here = value[0] if member.is_list else value
        return whole


# The table, as the tests see it.


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules()


@pytest.fixture(scope="module")
def actions(rules: Rules) -> Mapping[str, Action]:
    found = [action for module in rules.actions.values() for action in module.values()]
    return {action.name: action for action in found}


@pytest.fixture(scope="module")
def clb(rules: Rules) -> Product:
    module = rules.modules["lb"]
    assert module.product == "clb"
    assert module.version is not None
    return Product.of(module.product, module.version)


def replaced_in_clb(actions: Mapping[str, Action]) -> Iterator[tuple[Action, str]]:
    """Yield the actions that clb replaces, each with the 3.0 action."""
    for action in actions.values():
        if action.replacement and ":" not in action.replacement:
            yield action, action.replacement


def problems_of(product: Product, action: Action, replacement: str) -> Iterator[str]:
    """Yield what is wrong with the 3.0 names of a row."""
    if not callable(getattr(product.client, replacement, None)):
        yield f"{action.name}: the client has no {replacement}"
    wanted: list[tuple[str, str]] = []
    wanted += [(f"{replacement}Request", p.to) for p in action.parameters if p.to]
    wanted += [(f"{replacement}Request", path) for path in action.required]
    wanted += [(f"{replacement}Response", f.to) for f in action.response_fields if f.to]
    for model, path in wanted:
        try:
            product.walk(model, path)
        except LookupError as error:
            yield f"{action.name}: {model}: {error}"
    for model in (f"{replacement}Request", f"{replacement}Response"):
        if not isinstance(getattr(product.models, model, None), type):
            yield f"{action.name}: there is no {model}"


def fields_of(action: Action) -> Iterator[tuple[str, Parameter | ResponseField]]:
    """Yield every parameter and response field of a row with the suffix of its 3.0 model."""
    for parameter in action.parameters:
        yield "Request", parameter
    for response_field in action.response_fields:
        yield "Response", response_field


def all_fields(
    actions: Mapping[str, Action],
) -> Iterator[tuple[Action, str, Parameter | ResponseField]]:
    """Yield every parameter and response field of the table, with its row."""
    for action in actions.values():
        for side, field in fields_of(action):
            yield action, side, field


# What the table holds.


def test_the_table_has_each_of_the_65_actions_and_no_other(actions: Mapping[str, Action]) -> None:
    assert len(NAMES) == 65
    assert sorted(actions) == sorted(NAMES)


def test_get_monitor_data_alone_lives_on_another_module(actions: Mapping[str, Action]) -> None:
    modules = {name: action.module for name, action in actions.items() if action.module != "lb"}
    assert modules == {"GetMonitorData": "monitor"}


def test_number_of_names_that_lead_to_api_3(actions: Mapping[str, Action]) -> None:
    counted = Counter(side for _, side, field in all_fields(actions) if field.to)
    # 296 documented ones, the two of DeleteRewrite that go by another name in a sample, and the
    # keys of three nested parameters; among the fields the backends of rules, which have those of
    # listeners, and the health check of a redirect.
    assert counted == {"Request": 296 + 2 + 6, "Response": 166 + 9 + 1}


def test_a_row_has_a_replacement_or_says_why_not(actions: Mapping[str, Action]) -> None:
    for action in actions.values():
        assert bool(action.replacement) != bool(action.why_none), action.name
        assert (action.confidence == "unknown") == (action.replacement is None), action.name
        assert action.source, action.name
        if action.replacement is None:
            assert not any(field.to for _, field in fields_of(action)), action.name
            assert not action.required, action.name


def test_no_legacy_name_stands_twice_in_an_action(actions: Mapping[str, Action]) -> None:
    counted = Counter(
        (action.name, side, field.name) for action, side, field in all_fields(actions)
    )
    assert [key for key, times in counted.items() if times > 1] == []


# Names of API 3.0.


def test_names_exist_in_the_sdk(actions: Mapping[str, Action], clb: Product) -> None:
    replaced = list(replaced_in_clb(actions))
    assert len(replaced) == 45
    problems = [problem for pair in replaced for problem in problems_of(clb, *pair)]
    assert problems == []


def test_alternatives_exist_in_the_sdk(actions: Mapping[str, Action], clb: Product) -> None:
    named = {name for action in actions.values() for name in action.alternatives}
    in_clb = {name for name in named if ":" not in name}
    assert [name for name in sorted(in_clb) if not hasattr(clb.client, name)] == []
    assert named - in_clb <= set(OTHER_PRODUCTS)


def test_actions_named_in_sentences_exist_in_the_sdk(
    actions: Mapping[str, Action], clb: Product
) -> None:
    verb = r"(?:Batch|Clone|Create|Delete|Deregister|Describe|Inquiry|Migrate|Modify|Register|Set)"
    named = {
        name
        for action in actions.values()
        for text in (
            action.why_none,
            action.asynchronous,
            action.access_rights,
            action.note,
            action.by_hand,
            *action.reviews,
            *(text for _, field in fields_of(action) for text in (field.note, field.by_hand)),
            *(text for row in action.parameters for text in (row.needed, row.review)),
        )
        for name in re.findall(rf"\b{verb}[A-Z]\w+", text)
    }
    elsewhere = {name.partition(":")[2] for name in OTHER_PRODUCTS}
    unknown = {name for name in named if not hasattr(clb.client, name)} - elsewhere
    # The slip of Tencent's guide, of which two rows warn.
    assert unknown == {"ModifyLoadBalancerListener"}
    assert "MigrateClassicalLoadBalancers" in named


def test_actions_of_other_products_are_these(actions: Mapping[str, Action], rules: Rules) -> None:
    named = {
        name
        for action in actions.values()
        for name in (action.replacement or "", *action.alternatives)
        if ":" in name
    }
    assert named == set(OTHER_PRODUCTS)
    versions = {module.product: module.version for module in rules.modules.values()}
    for name, version in OTHER_PRODUCTS.items():
        # A product that API 2.0 did not have, as cls, has no row.
        assert versions.get(name.partition(":")[0], version) == version


@pytest.mark.parametrize("name", OTHER_PRODUCTS)
def test_names_of_other_products_where_their_sdk_is_installed(
    name: str, actions: Mapping[str, Action]
) -> None:
    product, _, action = name.partition(":")
    if importlib.util.find_spec(f"tencentcloud.{product}") is None:
        pytest.skip(f"the SDK of {product} is not installed: its names are not provable here")
    other = Product.of(product, OTHER_PRODUCTS[name])
    assert hasattr(other.client, action)
    rows = [row for row in actions.values() if row.replacement == name]
    assert [problem for row in rows for problem in problems_of(other, row, action)] == []


@pytest.mark.parametrize(
    ("model", "path", "complaint"),
    [
        ("DescribeLoadBalancersRequest", "WithRS", "has no WithRS"),
        ("DescribeLoadBalancersRequest", "withRs", "has no withRs"),
        ("CreateListenerRequest", "HealthCheck.UnhealthNum", "has no UnhealthNum"),
        ("CreateListenerRequest", "HealthCheck[].UnHealthNum", "HealthCheck is :class:"),
        ("CreateListenerRequest", "Protocol.Name", "str has no fields"),
        ("CreateListenerRequest", "Ports[]", "Ports is list of int"),
        ("RegisterTargetsRequest", "Targets.Port", "Targets is list of Target"),
        ("DescribeLoadBalancersResponse", "LoadBalancerSet[].VpcID", "has no VpcID"),
        ("DescribeLoadBalancersResponse", "LoadBalancerSet[].Tags[].Key", "has no Key"),
        ("ModifyLoadBalancerListenerRequest", "ListenerId", "there is no model"),
    ],
)
def test_a_wrong_path_is_noticed(clb: Product, model: str, path: str, complaint: str) -> None:
    with pytest.raises(LookupError, match=re.escape(complaint)):
        clb.walk(model, path)


@pytest.mark.parametrize(
    ("model", "path", "types"),
    [
        ("DescribeLoadBalancersRequest", "WithRs", ["int"]),
        ("RegisterTargetsRequest", "Targets[].Port", ["list of Target", "int"]),
        ("CreateListenerRequest", "Ports", ["list of int"]),
        (
            "DescribeTargetHealthResponse",
            "LoadBalancers[].Listeners[].Rules[].Targets[].HealthStatus",
            [
                "list of LoadBalancerHealth",
                "list of ListenerHealth",
                "list of RuleHealth",
                "list of TargetHealth",
                "bool",
            ],
        ),
    ],
)
def test_a_right_path_is_walked(clb: Product, model: str, path: str, types: list[str]) -> None:
    assert [member.type for member in clb.walk(model, path)] == types


def test_a_row_with_wrong_names_is_noticed(clb: Product) -> None:
    row = Action(
        name="ModifyForwardLBFourthListener",
        module="lb",
        group="",
        replacement="ModifyLoadBalancerListener",
        why_none="",
        alternatives=(),
        confidence="official",
        parameters=(Parameter("listenerId", "String", True, "ListenerId", None, ""),),
        response_fields=(),
        required=(),
        missing=(),
        asynchronous="",
        access_rights="",
        note="",
        source=(),
    )
    assert "the client has no ModifyLoadBalancerListener" in "\n".join(
        problems_of(clb, row, "ModifyLoadBalancerListener")
    )


def test_the_sdk_itself_keeps_every_path(actions: Mapping[str, Action], clb: Product) -> None:
    """The walker reads docstrings; the models' own code must agree with it.

    Deserialising drops, or warns of, what a model does not know.
    """
    for action, replacement in replaced_in_clb(actions):
        for side, paths in (
            ("Request", [parameter.to for parameter in action.parameters if parameter.to]),
            ("Response", [field.to for field in action.response_fields if field.to]),
        ):
            sent = clb.sample(replacement + side, paths)
            model = getattr(clb.models, replacement + side)()
            with warnings.catch_warnings():
                warnings.simplefilter("error", UserWarning)
                model._deserialize(sent)
            assert model._serialize() == sent, action.name


# Required parameters.


def test_required_parameters_are_covered_unless_missing(actions: Mapping[str, Action]) -> None:
    for action in actions.values():
        assert set(action.missing) <= set(action.required), action.name
        covered = {
            path
            for path in action.required
            for parameter in action.parameters
            if f"{parameter.to}.".startswith((f"{path}.", f"{path}[]."))
        }
        assert covered == set(action.required) - set(action.missing), action.name


def test_what_no_legacy_parameter_covers(actions: Mapping[str, Action]) -> None:
    assert {action.name: action.missing for action in actions.values() if action.missing} == {
        "InquiryLBPrice": ("LoadBalancerChargeType",),
        "ModifyLoadBalancerBackends": ("ListenerId", "Targets[].Port"),
        "DescribeLoadBalancersByInstances": ("InstanceIds",),
    }


# Values.


def test_named_transforms_exist(actions: Mapping[str, Action], rules: Rules) -> None:
    named = {field.transform for _, _, field in all_fields(actions) if field.transform}
    assert named <= set(rules.transforms)


def test_a_transform_has_a_3_0_name_to_lead_to(actions: Mapping[str, Action]) -> None:
    lost = [
        (action.name, field.name)
        for action, _, field in all_fields(actions)
        if field.transform and not field.to
    ]
    assert lost == []


def misfit(field: Parameter | ResponseField, member: Member, transform: Transform | None) -> str:
    """Return why the type of a 3.0 field cannot hold what a legacy field becomes, or nothing."""
    kept = {
        **PYTHON_TYPES,
        **{f"Array of {legacy}": f"list of {kind}" for legacy, kind in PYTHON_TYPES.items()},
    }
    if transform is None:
        if field.type in kept and kept[field.type] != member.type:
            return f"{field.type} becomes {member.type} without a transform"
        if field.type == "Array" and not member.is_list:
            return f"Array becomes {member.type} without a transform"
        return ""
    becomes_list = {"single_to_list", "map_to_list", "flatten_map_of_lists"}
    if transform.name in becomes_list and not member.is_list:
        return f"{transform.name} leads to {member.type}"
    if transform.name == "list_to_single" and member.is_list:
        return f"{transform.name} leads to {member.type}"
    kinds = {type(value).__name__ for value in transform.values.values()}
    if kinds and kinds != {member.type}:
        return f"{transform.name} gives {kinds} for {member.type}"
    return ""


def test_types_agree_with_the_sdk(
    actions: Mapping[str, Action], clb: Product, rules: Rules
) -> None:
    """Without a transform a value keeps its type; with one it gets the type that 3.0 declares."""
    in_clb = {action.name: name for action, name in replaced_in_clb(actions)}
    problems = []
    for action, side, field in all_fields(actions):
        if field.to and action.name in in_clb:
            member = clb.walk(in_clb[action.name] + side, field.to)[-1]
            transform = rules.transforms[field.transform] if field.transform else None
            if problem := misfit(field, member, transform):
                problems.append(f"{action.name}: {field.name}: {problem}")
    assert problems == []


@pytest.mark.parametrize(
    ("legacy_type", "transform", "declared"),
    [
        ("Int", None, "str"),
        ("Array", None, "str"),
        ("Array of String", None, "list of int"),
        ("Int", Transform("with_rs", {"2": -1}, ""), "str"),
        ("Int", Transform("lb_type", {"2": "OPEN"}, ""), "int"),
        ("String", Transform("single_to_list", {}, ""), "str"),
        ("Array", Transform("list_to_single", {}, ""), "list of str"),
    ],
)
def test_a_type_that_does_not_fit_is_noticed(
    legacy_type: str, transform: Transform | None, declared: str
) -> None:
    field = ResponseField("field", legacy_type, "Field", None, "")
    assert misfit(field, Member(declared, may_be_null=False), transform)


def test_notes_tell_which_fields_may_be_null(actions: Mapping[str, Action], clb: Product) -> None:
    """Lists on the way are not counted: they have a row of their own."""
    wrong = []
    for action, replacement in replaced_in_clb(actions):
        for field in action.response_fields:
            if not field.to:
                continue
            *above, last = clb.walk(f"{replacement}Response", field.to)
            expected = last.may_be_null or any(
                member.may_be_null and not member.is_list for member in above
            )
            if expected != ("may be null" in field.note.lower()):
                wrong.append((action.name, field.name))
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("lb_type", {"2": "OPEN", "3": "INTERNAL"}),
        ("protocol_int", {"1": "HTTP", "2": "TCP", "3": "UDP", "4": "HTTPS"}),
        ("scheduler", {"wrr": "WRR", "least_conn": "LEAST_CONN", "ip_hash": "IP_HASH"}),
        ("ssl_mode", {"unidirectional": "UNIDIRECTIONAL", "mutual": "MUTUAL"}),
        # -1 has no value: the parameter is left out.
        ("forward_query", {"0": 0, "1": 1}),
        # 0 has none either: classic instances are not sold any more.
        ("forward_create", {"1": 1}),
        # "All" moved; the other two stayed.
        ("with_rs", {"0": 0, "1": 1, "2": -1}),
        ("bool_from_int", {"1": True, "0": False}),
        ("int_from_bool", {"true": 1, "false": 0}),
        # For price inquiries only.
        ("charge_type", {"POSTPAID_BY_HOUR": "POSTPAID", "PREPAID": "PREPAID"}),
        # Values that no map can give: a person or a change of shape must.
        ("request_id_to_task_id", {}),
        ("vpc_numeric_to_uniq", {}),
        ("flatten_map_of_lists", {}),
        ("identity", {}),
    ],
)
def test_what_becomes_of_values(rules: Rules, name: str, values: dict[str, object]) -> None:
    transform = rules.transforms[name]
    assert transform.values == values
    # 1 == True, so that the types need a look of their own.
    assert [type(value) for value in transform.values.values()] == [
        type(value) for value in values.values()
    ]
    assert transform.note


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("identity", "same"),
        ("nested_keys", "same"),
        ("ssl_prefix", "same"),
        ("request_id_to_task_id", "same"),
        ("lb_type", "values"),
        ("forward_query", "values"),
        ("single_to_list", "list"),
        ("list_to_single", "element"),
        ("bool_from_int", "number"),
        ("vpc_numeric_to_uniq", "prefixed"),
        ("fen_to_yuan", "by_hand"),
        ("value_by_hand", "by_hand"),
        ("flatten_map_of_lists", "by_hand"),
        ("map_to_list", "by_hand"),
    ],
)
def test_how_a_program_carries_values_over(rules: Rules, name: str, shape: str) -> None:
    assert rules.transforms[name].shape == shape


def test_a_transform_has_values_for_the_shapes_that_need_them(rules: Rules) -> None:
    for transform in rules.transforms.values():
        assert bool(transform.values) == (transform.shape in ("values", "number")), transform.name
        # To read, the map is turned round.
        assert len(set(transform.values.values())) == len(transform.values), transform.name


def test_a_value_to_be_left_out_and_prefixes(rules: Rules) -> None:
    assert {row.name: row.omit for row in rules.transforms.values() if row.omit} == {
        "forward_query": ("-1",)
    }
    assert {row.name: row.prefixes for row in rules.transforms.values() if row.prefixes} == {
        "vpc_numeric_to_uniq": ("vpc-", "subnet-")
    }


@pytest.mark.parametrize(
    ("action", "legacy", "current", "transform"),
    [
        ("DescribeLoadBalancers", "withRs", "WithRs", "with_rs"),
        ("DescribeLoadBalancers", "forward", "Forward", "forward_query"),
        ("CreateLoadBalancer", "forward", "Forward", "forward_create"),
        ("CreateLoadBalancer", "vpcId", "VpcId", "vpc_numeric_to_uniq"),
        ("CreateLoadBalancer", "requestId", "RequestId", "request_id_to_task_id"),
        ("CreateLoadBalancer", "unLoadBalancerIds", "LoadBalancerIds", "flatten_map_of_lists"),
        ("CreateLoadBalancer", "dealIds", "DealName", "list_to_single"),
        ("CreateLoadBalancer", "lbChargeType", "LBChargeType", None),
        ("InquiryLBPriceAll", "lbChargeType", "LoadBalancerChargeType", "charge_type"),
        ("InquiryLBPrice", "price", "Price.InstancePrice.UnitPrice", "fen_to_yuan"),
        ("DescribeLoadBalancersTaskResult", "requestId", "TaskId", "request_id_to_task_id"),
        ("DescribeLoadBalancersTaskResult", "data.status", "Status", None),
        (
            "DescribeLoadBalancers",
            "loadBalancerSet[].vpcId",
            "LoadBalancerSet[].NumericalVpcId",
            None,
        ),
        ("DescribeLoadBalancers", "loadBalancerSet[].uniqVpcId", "LoadBalancerSet[].VpcId", None),
        ("DescribeLoadBalancerListeners", "offset", None, None),
        ("DescribeLoadBalancerListeners", "totalCount", None, None),
        ("DescribeLoadBalancerListeners", "listenerSet[].httpHash", "Listeners[].HttpHash", None),
        ("DescribeLBHealthStatus", "data[].healthStatus", "HealthList[].HealthStatus", None),
        ("DeleteRewrite", "rewriteInfo.n.sourceLocation", "RewriteInfos[].SourceLocationId", None),
        # The list is that of the backends, not of their ports.
        ("ModifyForwardFourthBackendsPort", "backends.n.newPort", "NewPort", None),
        ("CloneLB", "cloneType", None, None),
    ],
)
def test_names_that_are_easy_to_get_wrong(
    actions: Mapping[str, Action],
    action: str,
    legacy: str,
    current: str | None,
    transform: str | None,
) -> None:
    found = {field.name: field for _, field in fields_of(actions[action])}[legacy]
    assert (found.to, found.transform) == (current, transform)


# What a program has to do around the call.


def test_asynchronous_calls_are_those_of_the_sdk(
    actions: Mapping[str, Action], clb: Product
) -> None:
    for action, replacement in replaced_in_clb(actions):
        # Its own page is all about asynchronous calls, which it is not.
        if replacement == "DescribeTaskStatus":
            continue
        documented = ASYNCHRONOUS in getattr(clb.client, replacement).__doc__
        assert ("DescribeTaskStatus" in action.asynchronous) == documented, action.name


def test_access_rights_that_do_not_carry_over(actions: Mapping[str, Action]) -> None:
    said = {name for name, row in actions.items() if "do not carry over" in row.access_rights}
    assert said == RIGHTS_NOT_CARRIED_OVER
    for name in said:
        row = actions[name]
        assert row.replacement is not None
        assert f"grant {row.replacement}" in row.access_rights
    assert "further" in actions["ModifyLoadBalancerAttributes"].access_rights


def test_access_rights_are_silent_where_the_guide_lets_them_carry_over(
    actions: Mapping[str, Action],
) -> None:
    unlisted = {
        action.name
        for action in actions.values()
        if action.replacement and not any("214/82364" in source for source in action.source)
    }
    assert {name for name, row in actions.items() if row.access_rights} == {
        *RIGHTS_NOT_CARRIED_OVER,
        # The 3.0 right is wider.
        "ModifyLoadBalancerAttributes",
        # Another product, and a replacement that the guide does not name.
        "GetMonitorData",
        "InquiryLBPriceAll",
        *unlisted,
    }


# What an automatic rewrite needs.


CURRENT_TYPES = {"str": "String", "int": "Integer", "float": "Float", "bool": "Boolean"}


def current_type(member: Member) -> str:
    """Return how the table writes the type of a field of the SDK."""
    of = CURRENT_TYPES.get(member.of, "Object")
    return f"Array of {of}" if member.is_list else of


def test_the_type_of_every_3_0_name_is_that_of_the_sdk(
    actions: Mapping[str, Action], clb: Product
) -> None:
    in_clb = {action.name: name for action, name in replaced_in_clb(actions)}
    wrong = [
        (action.name, field.name, field.current_type)
        for action, side, field in all_fields(actions)
        if action.name in in_clb and field.to
        if field.current_type != current_type(clb.walk(in_clb[action.name] + side, field.to)[-1])
    ]
    assert wrong == []
    assert all(bool(field.current_type) == bool(field.to) for _, _, field in all_fields(actions))


def test_the_sdk_says_which_fields_may_be_null(actions: Mapping[str, Action], clb: Product) -> None:
    """Lists on the way are not counted: they have a row of their own."""
    wrong = []
    for action, replacement in replaced_in_clb(actions):
        for field in action.response_fields:
            way = clb.walk(f"{replacement}Response", field.to) if field.to else []
            expected = any(
                member.may_be_null and (member is way[-1] or not member.is_list) for member in way
            )
            if field.nullable != expected:
                wrong.append((action.name, field.name))
    assert wrong == []


def rewritten(actions: Mapping[str, Action]) -> list[Action]:
    """Return the actions whose calls a program rewrites."""
    return [action for action in actions.values() if action.replacement and not action.by_hand]


def test_a_parameter_is_mapped_or_droppable_or_by_hand(actions: Mapping[str, Action]) -> None:
    for action in rewritten(actions):
        for row in action.parameters:
            states = (row.to is not None, row.droppable, bool(row.by_hand and not row.to))
            assert sum(states) == 1, (action.name, row.name)


def test_a_field_is_mapped_or_a_wrapper_or_by_hand(actions: Mapping[str, Action]) -> None:
    for action in rewritten(actions):
        for row in action.response_fields:
            states = (row.to is not None, row.wrapper, bool(row.by_hand and not row.to))
            assert sum(states) == 1, (action.name, row.name)


def test_a_wrapper_has_fields_inside_it_and_a_step_inside_a_field_has_a_row(
    actions: Mapping[str, Action],
) -> None:
    for action in rewritten(actions):
        names = {row.name for row in action.response_fields}
        for row in action.response_fields:
            if row.wrapper:
                assert any(name.startswith(f"{row.name}.") for name in names), action.name
            above = row.name.rpartition(".")[0].removesuffix("[]").removesuffix(".*")
            assert not above or above in names, (action.name, row.name)


def test_what_no_program_carries_over_is_by_hand(
    actions: Mapping[str, Action], rules: Rules
) -> None:
    for action in actions.values():
        for _, row in fields_of(action):
            transform = rules.transforms.get(row.transform or "")
            if transform is not None and transform.shape == "by_hand":
                assert row.by_hand, (action.name, row.name)
        for field in action.response_fields:
            # Text can be told by its beginning where it is sent, not where it is read.
            transform = rules.transforms.get(field.transform or "")
            if transform is not None and transform.shape == "prefixed":
                assert field.by_hand, (action.name, field.name)


def test_a_required_3_0_parameter_cannot_be_left_out(actions: Mapping[str, Action]) -> None:
    """Where only optional legacy parameters cover it, a row says what a call without them needs."""
    uncovered = {
        (action.name, path)
        for action in rewritten(actions)
        for path in action.required
        if not any(
            (row.required or row.needed or row.left_out is not None)
            and f"{row.to}.".startswith((f"{path}.", f"{path}[]."))
            for row in action.parameters
        )
    }
    # Its new certificate is one of several parameters, of which each call has one.
    assert uncovered == {("ReplaceCert", "Certificate")}
    assert not any(action.missing for action in rewritten(actions))


def test_legacy_defaults_that_are_kept(actions: Mapping[str, Action]) -> None:
    kept = {
        (action.name, row.name): row.left_out
        for action in actions.values()
        for row in action.parameters
        if row.left_out is not None
    }
    assert kept == {("DescribeLoadBalancers", "forward"): 0}
    (forward,) = [p for p in actions["DescribeLoadBalancers"].parameters if p.name == "forward"]
    assert forward.review


def test_parameters_that_a_call_needs(actions: Mapping[str, Action]) -> None:
    needed = {
        (action.name, row.name): row.unless
        for action in actions.values()
        for row in action.parameters
        if row.needed
    }
    a_rule = ("domain", "url")
    assert needed == {
        ("CreateLoadBalancer", "loadBalancerType"): (),
        ("CreateLoadBalancer", "forward"): (),
        ("DeleteLoadBalancerListeners", "listenerIds.n"): (),
        ("RegisterInstancesWithForwardLBSeventhListener", "locationIds.n"): a_rule,
        ("ModifyForwardSeventhBackends", "locationIds.n"): a_rule,
        ("ModifyForwardSeventhBackendsPort", "locationIds.n"): a_rule,
        ("DeregisterInstancesFromForwardLB", "locationIds.n"): a_rule,
        ("DescribeRewrite", "loadBalancerIds.n"): (),
    }


def test_parameters_that_fall_away(actions: Mapping[str, Action]) -> None:
    dropped = {
        (action.name, row.name)
        for action in actions.values()
        for row in action.parameters
        if row.droppable
    }
    assert dropped == {
        ("CreateLoadBalancer", "domainPrefix"),
        ("InquiryLBPriceAll", "inquiryType"),
        ("InquiryLBPrice", "timeUnit"),
    }


def test_actions_that_no_program_rewrites(actions: Mapping[str, Action]) -> None:
    assert {name for name, action in actions.items() if action.by_hand} == {
        # Other products.
        "GetMonitorData",
        "CreateBmLoadBalancer",
        "DeleteBmLoadBalancers",
        "DescribeBmLoadBalancers",
        "DescribeBmLoadBalancersTaskResult",
        "ModifyBmLoadBalancerAttributes",
        # Prices that mean something else.
        "InquiryLBPrice",
        "InquiryLBPriceAll",
        # Classic instances must be upgraded first.
        "CreateLoadBalancerListeners",
        "ModifyLoadBalancerListener",
        "ModifyLoadBalancerBackends",
        # Another way to search, another moment.
        "DescribeLoadBalancersByInstances",
        "CloneLB",
    }
    assert len(rewritten(actions)) == 38
    assert {name for name, action in actions.items() if action.doubt} == {"ReplaceCert"}
    differing = {
        (name, row.name)
        for name, action in actions.items()
        for row in action.parameters
        if row.differs
    }
    assert differing == {("CreateLoadBalancer", "vpcId")}


def test_what_to_look_at_is_said_of_actions_that_are_rewritten(
    actions: Mapping[str, Action],
) -> None:
    assert all(action in rewritten(actions) for action in actions.values() if action.reviews)
    for name, action in actions.items():
        became_asynchronous = action.asynchronous.startswith("Synchronous in API 2.0, asynchronous")
        if became_asynchronous and not action.by_hand:
            assert any("DescribeTaskStatus" in text for text in action.reviews), name


def test_reasons_are_phrases_that_a_report_can_go_on_from(actions: Mapping[str, Action]) -> None:
    texts = [text for _, _, field in all_fields(actions) if (text := field.by_hand)]
    texts += [
        text for action in actions.values() for text in (action.by_hand, *action.reviews) if text
    ]
    texts += [
        text
        for action in actions.values()
        for row in action.parameters
        for text in (row.needed, row.review)
        if text
    ]
    assert [text for text in texts if text.endswith(".") or text != text.strip()] == []
