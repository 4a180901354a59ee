"""The loader: one clear line for every way a rule file can be wrong, and rows of one's own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clb_migrate.table.load import RulesError, load_folder, load_rules, rules_folder
from clb_migrate.table.rows import Pattern

Edit = Callable[[str, str, str], None]

CODE = '[[code]]\ncode = 9999\nmeaning = "m"\naction = "a"\nkind = "exact"\npatterns = ["X.Y"]\n'
MODULE = (
    '[[module]]\nmodule = "own"\nhost = "own.api.qcloud.com"\nconfidence = "unknown"\n'
    "has_class = false\nin_cli = false\n"
)
ACTION = (
    '[[action]]\nname = "DescribeOwn"\nmodule = "own"\nconfidence = "judgement"\n'
    'parameters = [{ name = "id", type = "String", required = true, to = "Id" }]\n'
)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of the rules that a test may spoil."""
    return shutil.copytree(rules_folder(), tmp_path / "rules")


@pytest.fixture
def edit(rules: Path) -> Edit:
    """Replace a text that stands in a file of the copy."""

    def replace(name: str, old: str, new: str) -> None:
        text = (rules / name).read_text(encoding="utf-8")
        assert old in text
        (rules / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def error_of(rules: Path, *extra: Path) -> str:
    with pytest.raises(RulesError) as caught:
        load_folder(rules, extra)
    message = str(caught.value)
    assert "\n" not in message
    return message


def own(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / "own" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        pytest.param(
            "error_codes.toml",
            'kind = "success"',
            'kinds = "success"',
            "rules/error_codes.toml: code 0: unknown key 'kinds'; did you mean 'kind'?",
            id="unknown key with a near one",
        ),
        pytest.param(
            "endpoints.toml",
            "[regions]",
            "[zzzz]",
            "rules/endpoints.toml: unknown key 'zzzz'; known are legacy_suffixes, ",
            id="unknown key without a near one",
        ),
        pytest.param(
            "error_codes.toml",
            "code = 4000\n",
            "",
            "rules/error_codes.toml: code row 2: missing key 'code'",
            id="a row without its name",
        ),
        pytest.param(
            "modules.toml",
            "has_class = true\n",
            "",
            "rules/modules.toml: module cdb: missing key 'has_class'",
            id="a missing key",
        ),
        pytest.param(
            "envelope.toml",
            'message = "message"\n',
            "",
            "rules/envelope.toml: missing key 'message'",
            id="a missing key of a whole file",
        ),
        pytest.param(
            "error_codes.toml",
            "code = 4100\n",
            'code = "4100"\n',
            "rules/error_codes.toml: code 4100: code: must be a whole number, not '4100'",
            id="text for a number",
        ),
        pytest.param(
            "envelope.toml",
            "success_code = 0",
            "success_code = false",
            "rules/envelope.toml: success_code: must be a whole number, not false",
            id="a truth value for a number",
        ),
        pytest.param(
            "modules.toml",
            "in_cli = true",
            "in_cli = 1",
            "rules/modules.toml: module cdb: in_cli: must be true or false, not 1",
            id="a number for a truth value",
        ),
        pytest.param(
            "error_codes.toml",
            'names = ["Success"]',
            'names = "Success"',
            "rules/error_codes.toml: code 0: names: must be an array, not 'Success'",
            id="text for an array",
        ),
        pytest.param(
            "error_codes.toml",
            'names = ["Success"]',
            "names = [0]",
            "rules/error_codes.toml: code 0: names: must be text, not 0",
            id="a number in an array of texts",
        ),
        pytest.param(
            "error_codes.toml",
            'kind = "exact"',
            'kind = "exakt"',
            "rules/error_codes.toml: code 4104: kind: must be one of 'success', 'exact', "
            "'one_to_many', 'approximate', 'none', not 'exakt'",
            id="none of the choices",
        ),
        pytest.param(
            "error_codes.toml",
            '"AuthFailure.*"',
            '"AuthFailure*"',
            "rules/error_codes.toml: code 4110: patterns: 'AuthFailure*' is neither a code like "
            "'A.B' nor a family like 'A.B.*'",
            id="a pattern that is none",
        ),
        pytest.param(
            "error_codes.toml",
            '"AuthFailure.*"',
            "7",
            "rules/error_codes.toml: code 4110: patterns: must be text, not 7",
            id="a pattern that is no text",
        ),
        pytest.param(
            "error_codes.toml",
            '["ServiceUnavailable.*"]',
            '["ServiceUnavailable.*", "ServiceUnavailable.*"]',
            "rules/error_codes.toml: code 6200: patterns: 'ServiceUnavailable.*' stands there "
            "twice",
            id="an entry twice",
        ),
        pytest.param(
            "error_codes.toml",
            "code = 4105",
            "code = 4104",
            "rules/error_codes.toml: code 4104: stands there twice, the second time as row 8",
            id="a row twice",
        ),
        pytest.param(
            "sdk.toml",
            'name = "generateUrl"',
            'name = "call"',
            "rules/sdk.toml: legacy_clients QcloudApi.qcloudapi.QcloudApi: methods call: "
            "stands there twice, the second time as row 2",
            id="a row inside a row twice",
        ),
        pytest.param(
            "sdk.toml",
            'keyword = "module"',
            'keywort = "module"',
            "rules/sdk.toml: legacy_clients QcloudApi.qcloudapi.QcloudApi: module: unknown key "
            "'keywort'; did you mean 'keyword'?",
            id="a key inside a row",
        ),
        pytest.param(
            "sdk.toml",
            "module = { position = 0",
            'module = { position = "first"',
            "rules/sdk.toml: legacy_clients QcloudApi.qcloudapi.QcloudApi: module: position: "
            "must be a whole number, not 'first'",
            id="a wrong type where nothing is allowed",
        ),
        pytest.param(
            "sdk.toml",
            'module = { position = 0, keyword = "module" }',
            "module = 0",
            "rules/sdk.toml: legacy_clients QcloudApi.qcloudapi.QcloudApi: module: must be a "
            "table, not 0",
            id="a number for a table",
        ),
        pytest.param(
            "endpoints.toml",
            "[regions]",
            "regions = []\n[other]",
            "rules/endpoints.toml: unknown key 'other'",
            id="a table that is not known",
        ),
        pytest.param(
            "endpoints.toml",
            'gz = "ap-guangzhou"',
            "gz = {}",
            "rules/endpoints.toml: regions: gz: must be text, not a table",
            id="a table for a text",
        ),
        pytest.param(
            "endpoints.toml",
            "source = [\n",
            'source = [["x"],\n',
            "rules/endpoints.toml: source: must be text, not an array",
            id="an array for a text",
        ),
        pytest.param(
            "libraries.toml",
            '"os.system" = "nothing"',
            '"os.system" = "none"',
            "rules/libraries.toml: runners: os.system: must be one of 'body', 'answer', "
            "'pair', 'nothing', not 'none'",
            id="a choice in a plain mapping",
        ),
        pytest.param(
            "error_codes.toml",
            '"LimitExceeded.*"',
            '"RequestLimitExceeded.*"',
            "rules/error_codes.toml: code 5200: patterns: RequestLimitExceeded.* is 4400's already",
            id="two owners",
        ),
        pytest.param(
            "error_codes.toml",
            "shares_with = [4102, 4103]",
            "shares_with = [4102, 4113]",
            "rules/error_codes.toml: code 4101: shares_with: 4113 is no other row of the table",
            id="a sibling that is not there",
        ),
        pytest.param(
            "error_codes.toml",
            "shares_with = [4102, 4103]",
            "shares_with = [4101, 4102, 4103]",
            "rules/error_codes.toml: code 4101: shares_with: 4101 is no other row of the table",
            id="a sibling of oneself",
        ),
        pytest.param(
            "error_codes.toml",
            "shares_with = [4101, 4102]",
            "shares_with = [4101]",
            "rules/error_codes.toml: code 4102: shares_with: 4103 does not name 4102 in turn",
            id="a sibling on one side only",
        ),
        pytest.param(
            "error_codes.toml",
            'patterns = ["AuthFailure.UnauthorizedOperation"]',
            'patterns = ["AuthFailure.UnauthorizedOperation", "Zzz"]',
            "rules/error_codes.toml: code 4101: shares_with: 4102 has other patterns than 4101",
            id="siblings that differ",
        ),
        pytest.param(
            "error_codes.toml",
            'patterns = ["ServiceUnavailable.*"]',
            "",
            "rules/error_codes.toml: code 6200: patterns: a row of the kind 'approximate' has at "
            "least one pattern",
            id="a counterpart that is not told",
        ),
        pytest.param(
            "error_codes.toml",
            'kind = "success"',
            'kind = "none"\npatterns = ["Zzz"]',
            "rules/error_codes.toml: code 0: patterns: a row of the kind 'none' has no patterns",
            id="a counterpart of a row without one",
        ),
        pytest.param(
            "error_codes.toml",
            "code = 4420",
            "code = 4300",
            "rules/error_codes.toml: override row 1: code 4300: stands there twice, the second "
            "time as row 4",
            id="a row of a module twice",
        ),
        pytest.param(
            "actions/lb.toml",
            'module = "lb"\n',
            "",
            "rules/actions/lb.toml: action DescribeLoadBalancersTaskResult: missing key 'module'",
            id="an action of no module",
        ),
        pytest.param(
            "actions/lb.toml",
            'transform = "request_id_to_task_id"',
            'transform = "request_id_to_taskid"',
            "rules/actions/lb.toml: action DescribeLoadBalancersTaskResult: parameters requestId: "
            "transform: unknown 'request_id_to_taskid'; did you mean 'request_id_to_task_id'?",
            id="a transform that is not there",
        ),
        pytest.param(
            "actions/lb.toml",
            'to = "TaskId", ',
            "",
            "rules/actions/lb.toml: action DescribeLoadBalancersTaskResult: "
            "parameters requestId: current_type: there is no 'to' that could have a type",
            id="a type without a name",
        ),
        pytest.param(
            "actions/lb.toml",
            'current_type = "String"',
            'current_type = "Text"',
            "rules/actions/lb.toml: action DescribeLoadBalancersTaskResult: "
            "parameters requestId: current_type: must be one of '', 'String', 'Integer', ",
            id="a type of no API",
        ),
        pytest.param(
            "actions/lb.toml",
            'to = "TaskId", ',
            'to = "TaskId", droppable = true, ',
            "rules/actions/lb.toml: action DescribeLoadBalancersTaskResult: "
            "parameters requestId: droppable: has no meaning beside 'to'",
            id="a mapped parameter to drop",
        ),
        pytest.param(
            "actions/lb.toml",
            "droppable = true, ",
            'droppable = true, by_hand = "x", ',
            "rules/actions/lb.toml: action CreateLoadBalancer: "
            "parameters domainPrefix: droppable: has no meaning beside 'by_hand'",
            id="a parameter to drop by hand",
        ),
        pytest.param(
            "actions/lb.toml",
            "droppable = true, ",
            "left_out = 0, ",
            "rules/actions/lb.toml: action CreateLoadBalancer: "
            "parameters domainPrefix: left_out: there is no 'to' to send it to",
            id="a default that nobody takes",
        ),
        pytest.param(
            "actions/lb.toml",
            'to = "Forward", ',
            'to = "Forward", left_out = 1, ',
            "rules/actions/lb.toml: action CreateLoadBalancer: "
            "parameters forward: left_out: has no meaning beside 'needed'",
            id="a default of what is needed",
        ),
        pytest.param(
            "actions/lb.toml",
            "left_out = 0, ",
            "",
            "rules/actions/lb.toml: action DescribeLoadBalancers: "
            "parameters forward: review: there is no 'left_out' that it could be about",
            id="a review of nothing",
        ),
        pytest.param(
            "actions/lb.toml",
            'to = "TaskId", ',
            'to = "TaskId", unless = ["x"], ',
            "rules/actions/lb.toml: action DescribeLoadBalancersTaskResult: "
            "parameters requestId: unless: there is no 'needed' that it could be about",
            id="an exception to nothing",
        ),
        pytest.param(
            "actions/lb.toml",
            'unless = ["domain", "url"]',
            'unless = ["domain", "uri"]',
            "rules/actions/lb.toml: action RegisterInstancesWithForwardLBSeventhListener: "
            "parameters locationIds.n: unless: unknown 'uri'; did you mean 'url'?",
            id="an exception that is no parameter",
        ),
        pytest.param(
            "actions/lb.toml",
            "wrapper = true",
            'to = "Status", wrapper = true',
            "rules/actions/lb.toml: action DescribeLoadBalancersTaskResult: "
            "response_fields data: wrapper: has no meaning beside 'to'",
            id="a wrapper that is mapped",
        ),
        pytest.param(
            "actions/lb.toml",
            "wrapper = true",
            'by_hand = "x", wrapper = true',
            "rules/actions/lb.toml: action DescribeLoadBalancersTaskResult: "
            "response_fields data: wrapper: has no meaning beside 'by_hand'",
            id="a wrapper by hand",
        ),
        pytest.param(
            "actions/lb.toml",
            "wrapper = true",
            "nullable = true",
            "rules/actions/lb.toml: action DescribeLoadBalancersTaskResult: "
            "response_fields data: nullable: there is no 'to' that could be null",
            id="nothing that may be null",
        ),
        pytest.param(
            "actions/lb.toml",
            'why_none = "Access logs kept',
            'by_hand = "x"\nwhy_none = "Access logs kept',
            "rules/actions/lb.toml: action DescribeLoadBalancerLog: "
            "by_hand: there is no replacement that it could be about",
            id="a reason about no replacement",
        ),
        pytest.param(
            "actions/lb.toml",
            'why_none = "Access logs kept',
            'reviews = ["x"]\nwhy_none = "Access logs kept',
            "rules/actions/lb.toml: action DescribeLoadBalancerLog: "
            "reviews: there is no replacement that it could be about",
            id="a look at no replacement",
        ),
        pytest.param(
            "transforms.toml",
            'shape = "same"\nnote = "The value stays',
            'shape = "values"\nnote = "The value stays',
            "rules/transforms.toml: transform identity: shape: 'values' needs values",
            id="values that are not there",
        ),
        pytest.param(
            "transforms.toml",
            'shape = "same"',
            'shape = "sane"',
            "rules/transforms.toml: transform identity: "
            "shape: must be one of 'same', 'values', 'list', ",
            id="a shape that is none",
        ),
        pytest.param(
            "transforms.toml",
            'shape = "same"',
            'shape = "same"\nomit = ["1"]',
            "rules/transforms.toml: transform identity: omit: has no meaning for the shape 'same'",
            id="a literal that cannot be left out",
        ),
        pytest.param(
            "transforms.toml",
            'omit = ["-1"]',
            'omit = ["0"]',
            "rules/transforms.toml: transform forward_query: omit: '0' has a value",
            id="a literal with a value",
        ),
        pytest.param(
            "transforms.toml",
            'shape = "same"',
            'shape = "same"\nprefixes = ["1"]',
            "rules/transforms.toml: transform identity: "
            "prefixes: has no meaning for the shape 'same'",
            id="prefixes of no use",
        ),
        pytest.param(
            "transforms.toml",
            'prefixes = ["vpc-", "subnet-"]\n',
            "",
            "rules/transforms.toml: transform vpc_numeric_to_uniq: "
            "prefixes: missing for the shape 'prefixed'",
            id="prefixes that are missing",
        ),
        pytest.param(
            "modules.toml",
            "[[module]]",
            "[module]\n[[module]]",
            "rules/modules.toml: is not valid TOML: ",
            id="no TOML",
        ),
    ],
)
def test_an_error_names_file_row_and_key(
    rules: Path, edit: Edit, name: str, old: str, new: str, message: str
) -> None:
    edit(name, old, new)

    assert error_of(rules).startswith(message)


def test_a_file_that_is_not_utf_8(rules: Path) -> None:
    (rules / "sdk.toml").write_bytes(b'a = "\xff"')

    assert error_of(rules) == "rules/sdk.toml: is not UTF-8 text"


def test_a_file_that_cannot_be_read(rules: Path) -> None:
    (rules / "sdk.toml").unlink()
    (rules / "sdk.toml").mkdir()

    assert error_of(rules) == "rules/sdk.toml: cannot be read: Is a directory"


def test_a_file_that_is_missing(rules: Path) -> None:
    (rules / "envelope.toml").unlink()

    assert error_of(rules) == "rules/envelope.toml: is missing"


def test_a_file_that_nothing_reads(rules: Path) -> None:
    (rules / "module.toml").touch()

    assert error_of(rules) == (
        f"{rules / 'module.toml'}: no rule file has this name; did you mean 'modules.toml'?"
    )


def test_what_may_be_left_out_is_empty(rules: Path) -> None:
    found = load_folder(rules)
    row = found.error_codes.common[0]
    athena = found.modules["athena"]

    assert (row.patterns, row.lost, row.shares_with) == ((), "", ())
    assert (athena.product, athena.current_versions, athena.note) == (None, (), "")
    assert isinstance(found.libraries.known, frozenset)


def test_a_pattern_is_exact_or_a_family(rules: Path) -> None:
    common = load_folder(rules).error_codes.common

    assert common[4105].patterns == (Pattern("AuthFailure.TokenFailure", family=False),)
    assert common[6000].patterns == (Pattern("InternalError", family=True),)


def test_rows_of_ones_own_are_added_from_single_files(rules: Path, tmp_path: Path) -> None:
    found = load_folder(
        rules,
        [
            own(tmp_path, "error_codes.toml", CODE),
            own(tmp_path, "modules.toml", MODULE),
            own(tmp_path, "actions/own.toml", ACTION),
            own(tmp_path, "libraries.toml", 'known = ["ourlibrary"]\n'),
            own(tmp_path, "sdk.toml", 'legacy_imports = ["QcloudApi", "ourcloud"]\n'),
        ],
    )

    assert found.error_codes.owners_of("X.Y") == (9999,)
    assert found.modules["own"].host == "own.api.qcloud.com"
    assert found.actions["own"]["DescribeOwn"].parameters[0].to == "Id"
    assert {"ourlibrary", "boto3"} <= found.libraries.known
    assert found.sdk.legacy_imports[-1] == "ourcloud"
    assert found.sdk.legacy_imports.count("QcloudApi") == 1
    assert found.error_codes.common[4100] == load_folder(rules).error_codes.common[4100]


def test_rows_of_ones_own_are_added_from_a_folder(tmp_path: Path) -> None:
    own(tmp_path, "modules.toml", MODULE)
    own(tmp_path, "actions/own.toml", ACTION)

    found = load_rules([tmp_path / "own"])

    assert "own" in found.modules
    assert "DescribeOwn" in found.actions["own"]
    assert len(found.modules) == len(load_rules().modules) + 1


def test_a_module_of_ones_own_may_give_codes_another_meaning(tmp_path: Path) -> None:
    text = '[[override]]\nmodules = ["own"]\n' + CODE.replace("[[code]]", "[[override.code]]")

    codes = load_rules([own(tmp_path, "error_codes.toml", text)]).error_codes

    assert codes.get(9999) is None
    assert codes.overrides["own"][9999].meaning == "m"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param(
            "error_codes.toml",
            CODE.replace("9999", "4100"),
            "code 4100: is in the table already; rows can only be added",
            id="a row of the table",
        ),
        pytest.param(
            "error_codes.toml",
            CODE.replace('"X.Y"', '"AuthFailure.*"'),
            "code 9999: patterns: AuthFailure.* is 4110's already",
            id="a code that has an owner",
        ),
        pytest.param(
            "error_codes.toml",
            '[[override]]\nmodules = ["sts"]\n'
            + CODE.replace("[[code]]", "[[override.code]]").replace("9999", "5100"),
            "override sts: code 5100: is in the table already; rows can only be added",
            id="a row of a module",
        ),
        pytest.param(
            "endpoints.toml",
            'legacy_path = "/v3"\n',
            "legacy_path: has a value already; only rows and list entries can be added",
            id="a single value",
        ),
        pytest.param(
            "modules.toml",
            MODULE.replace("module =", "modul ="),
            "module row 1: unknown key 'modul'; did you mean 'module'?",
            id="a wrong key",
        ),
        pytest.param(
            "actions/own.toml",
            ACTION.replace("own", "lb").replace("DescribeOwn", "DescribeLoadBalancers"),
            "action DescribeLoadBalancers: is in the table already; rows can only be added",
            id="an action of the table",
        ),
    ],
)
def test_what_the_table_holds_cannot_be_changed(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    path = own(tmp_path, name, text)

    assert error_of(rules_folder(), path) == f"{path}: {message}"


def test_a_file_of_ones_own_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "modules.toml"

    assert error_of(rules_folder(), path) == f"{path}: cannot be read: No such file or directory"


def test_a_file_of_ones_own_with_another_name_holds_rows_of_all_kinds(tmp_path: Path) -> None:
    function = '[[legacy_functions]]\nname = "acme.ask"\nreturns = "body"\n'
    texts = 'legacy_imports = ["acme"]\nlegacy_suffixes = ["api.acme.com"]\n'
    path = own(tmp_path, "acme.toml", texts + CODE + MODULE + ACTION + function)
    rules = load_rules([path])
    assert rules.error_codes.common[9999].meaning == "m"
    assert rules.modules["own"].host == "own.api.qcloud.com"
    assert rules.actions["own"]["DescribeOwn"].parameters[0].to == "Id"
    assert rules.sdk.legacy_functions[0].name == "acme.ask"
    assert rules.sdk.legacy_imports[-1] == "acme"
    assert rules.endpoints.legacy_suffixes[-1] == "api.acme.com"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[modul]]\n", "unknown key 'modul'; did you mean 'module'?"),
        ('message = "m"\n', "unknown key 'message'; "),
        (CODE.replace("kind", "kid"), "code 9999: unknown key 'kid'; did you mean 'kind'?"),
        (ACTION.replace("module =", "modul ="), "action DescribeOwn: unknown key 'modul'; "),
        ("=", "is not valid TOML"),
        ("legacy_timeout = 3\n", "legacy_timeout: has a value already"),
    ],
)
def test_a_mistake_in_such_a_file(tmp_path: Path, text: str, message: str) -> None:
    path = own(tmp_path, "acme.toml", text)
    assert error_of(rules_folder(), path).startswith(f"{path}: {message}")


def test_loading_imports_nothing_heavy() -> None:
    heavy = "{'libcst', 'click', 'rich', 'clb_migrate.analysis'}"
    script = (
        "import sys; from clb_migrate.table.load import load_rules; load_rules(); "
        f"sys.exit(sorted({heavy} & set(sys.modules)) or 0)"
    )

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
