"""How clients are made in API 3.0, and which flows may have one of their own."""

from __future__ import annotations

import re

import pytest

from clb_migrate.api import Applicability, Migration, fix

IMPORTS = "import json\nfrom QcloudApi.qcloudapi import QcloudApi\n"
ASK = 'answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))\n'
SHOW = 'print(answer["code"] == 0)\n'
STAYS = 'json.loads(service.call("SetLoadBalancerLog", {"loadBalancerId": "lb-1", "switch": 1}))\n'
CONFIG = '{"Region": "gz", "secretId": "id", "secretKey": "key"}'
MAKE = f'service = QcloudApi("lb", {CONFIG})\n'


def fixed(text: str, *, unsafe: bool = False, **others: str) -> Migration:
    files = {f"{name}.py": other.encode() for name, other in others.items()}
    return fix({"main.py": (IMPORTS + text).encode(), **files}, unsafe=unsafe)


def after(migration: Migration, path: str = "main.py") -> str:
    """The new text of a file, with each client on one line."""
    found = {change.shown: change.after.decode() for change in migration.changes}
    text = re.sub(r"\(\n\s+", "(", found[path])
    return re.sub(r",\n\s+", ", ", re.sub(r",\n\s*\)", ")", text))


def client(region: str, keys: str = '"id", "key"') -> str:
    """The client that takes the place of one, with the source of its region."""
    return (
        f'CommonClient("clb", "2018-03-17", credential.Credential({keys}), {region}, '
        "ClientProfile(httpProfile=HttpProfile(reqTimeout=90)))"
    )


def reasons(migration: Migration) -> str:
    return "; ".join(reason.text for flow in migration.flows for reason in flow.reasons)


def only(migration: Migration) -> Applicability:
    (flow,) = migration.flows
    return flow.applicability


class TestOneOfTheirOwn:
    """A client that serves flows that stay goes on doing so."""

    def test_a_global(self) -> None:
        text = after(fixed(MAKE + ASK + SHOW + STAYS))
        assert f"{MAKE}service_v3 = " + client('"ap-guangzhou"') + "\n" in text
        assert '_call_api(service_v3, "DescribeLoadBalancers"' in text
        assert STAYS in text

    def test_a_variable_of_a_function_keeps_its_indentation(self) -> None:
        body = "".join(f"    {line}" for line in (MAKE, ASK, SHOW, STAYS))
        text = after(fixed(f"def work():\n{body}work()\n"))
        assert f"    {MAKE}    service_v3 = CommonClient(" in text

    def test_an_attribute_of_an_object(self) -> None:
        program = (
            "class Cloud:\n"
            "    def __init__(self):\n"
            f"        self.service = QcloudApi('lb', {CONFIG})\n"
            "    def show(self):\n"
            f"        {ASK.replace('service', 'self.service')}"
            f"        {SHOW}"
            "    def log(self):\n"
            f"        {STAYS.replace('service', 'self.service')}"
            "Cloud().show()\nCloud().log()\n"
        )
        text = after(fixed(program))
        assert "        self.service_v3 = CommonClient(" in text
        assert "_call_api(self.service_v3, " in text
        assert "self.service.call('SetLoadBalancerLog'" in text.replace('"', "'")

    def test_a_global_of_another_module(self) -> None:
        used = f"import json\nfrom cloud import service\n{ASK}{SHOW}{STAYS}"
        files = {"main.py": used.encode(), "cloud.py": (IMPORTS + MAKE).encode()}
        migration = fix(files)
        assert "service_v3 = CommonClient(" in after(migration, "cloud.py")
        assert "from cloud import service, service_v3\n" in after(migration)

    def test_the_name_is_free(self) -> None:
        text = after(fixed("service_v3 = 3\n" + MAKE + ASK + SHOW + STAYS))
        assert "service_clb = CommonClient(" in text

    @pytest.mark.parametrize(
        "program",
        [
            f"def ask(service):\n    {ASK}    {SHOW}    {STAYS}ask(QcloudApi('lb', {CONFIG}))\n",
            f"def ask(service):\n    {ASK}    {SHOW}\n{MAKE}ask(service)\n{STAYS}",
            f"{MAKE}if service:\n    service = QcloudApi('lb', {CONFIG})\n{ASK}{SHOW}{STAYS}",
        ],
        ids=["no name", "an argument", "two assignments"],
    )
    def test_where_that_cannot_be_told_all_stay(self, program: str) -> None:
        migration = fixed(program)
        assert not migration.changes
        assert "its client also serves SetLoadBalancerLog, which stays" in reasons(migration)

    def test_a_flow_that_is_stuck_is_as_safe_as_ever(self) -> None:
        migration = fixed(f"def ask(service):\n    {ASK}    {SHOW}\n{MAKE}ask(service)\n{STAYS}")
        safe = [flow for flow in migration.flows if flow.applicability is Applicability.SAFE]
        assert [flow.applied for flow in safe] == [False]
        assert all("also serves" in reason.text for flow in safe for reason in flow.reasons)

    def test_an_address_for_api_2_is_a_flow_that_stays(self) -> None:
        url = 'print(service.generateUrl("DescribeLoadBalancers", {"limit": 1}))\n'
        text = after(fixed(MAKE + ASK + SHOW + url))
        assert "service_v3 = CommonClient(" in text
        assert url in text


class TestRegions:
    """A region that is known wholly is written as API 3.0 has it."""

    def test_a_literal_in_another_module(self) -> None:
        config = '{"Region": settings.REGION, "secretId": "id", "secretKey": "key"}'
        make = f'import settings\nservice = QcloudApi("lb", {config})\n'
        migration = fixed(make + ASK + SHOW, settings='REGION = "ap-guangzhou"\n')
        assert client("settings.REGION") in after(migration)
        assert client('"ap-shanghai"') in after(
            fixed(make + ASK + SHOW, settings='REGION = "sh"\n')
        )

    def test_a_parameter_with_several_callers(self) -> None:
        config = '{"Region": region, "secretId": "id", "secretKey": "key"}'
        program = f'def ask(region):\n    service = QcloudApi("lb", {config})\n    {ASK}    {SHOW}'
        migration = fixed(program + 'ask("gz")\nask("ap-shanghai")\n')
        # Later callers may name any region, by either of its names.
        text = after(migration)
        assert '{"gz": "ap-guangzhou", "sh": "ap-shanghai", ' in text
        assert "}.get(region, region)" in text
        assert client("region") in after(fixed(program + 'ask("ap-beijing")\nask("ap-tokyo")\n'))

    def test_a_loop_over_literals(self) -> None:
        config = '{"Region": region, "secretId": "id", "secretKey": "key"}'
        body = f'    service = QcloudApi("lb", {config})\n    {ASK}    {SHOW}'
        migration = fixed(f'for region in ("ap-beijing", "ap-tokyo"):\n{body}')
        assert client("region") in after(migration)

    def test_what_is_partly_known_is_not_known(self) -> None:
        config = '{"Region": region, "secretId": "id", "secretKey": "key"}'
        region = 'import sys\nregion = sys.argv[1] if len(sys.argv) > 1 else "ap-guangzhou"\n'
        migration = fixed(f'{region}service = QcloudApi("lb", {config})\n{ASK}{SHOW}')
        assert only(migration) is Applicability.UNSAFE
        assert "whether the region is set" in reasons(migration)

    def test_one_of_several_configurations(self) -> None:
        stages = (
            'STAGES = {"a": {"Region": "gz", "secretId": "i", "secretKey": "k"},\n'
            '          "b": {"Region": "sh", "secretId": "i", "secretKey": "k", "Token": "t"}}\n'
        )
        program = f'import sys\nservice = QcloudApi("lb", STAGES[sys.argv[1]])\n{ASK}{SHOW}'
        text = after(fixed(stages + program))
        assert '{"gz": "ap-guangzhou", "sh": "ap-shanghai"}[STAGES[sys.argv[1]]["Region"]]' in text
        assert 'STAGES[sys.argv[1]].get("Token")' in text

    def test_a_name_that_nobody_knows(self) -> None:
        migration = fixed(MAKE.replace("gz", "gzopen") + ASK + SHOW, unsafe=True)
        assert only(migration) is Applicability.MANUAL
        assert not migration.changes


class TestConfigurations:
    """What a client reads again and again is made once, as before."""

    LOAD = "import json\ndef load():\n    with open('c') as file:\n        return json.load(file)\n"

    def test_one_that_is_made_right_there_gets_a_name(self) -> None:
        migration = fixed(
            self.LOAD + f'service = QcloudApi("lb", load())\n{ASK}{SHOW}', unsafe=True
        )
        text = after(migration)
        assert "\nconfig = load()\nservice = CommonClient(" in text
        assert 'credential.Credential(config["secretId"], config["secretKey"]' in text

    def test_not_where_there_is_no_line_for_it(self) -> None:
        ask = ASK.replace("service", 'QcloudApi("lb", load())')
        migration = fixed(self.LOAD + ask + SHOW, unsafe=True)
        assert not migration.changes
        assert "the configuration is made where the client is" in reasons(migration)

    @pytest.mark.parametrize(
        "setting",
        ['service.setRegion("sh")', 'service.setRequestMethod("POST")'],
    )
    def test_what_sets_nothing_goes_with_its_line(self, setting: str) -> None:
        assert setting not in after(fixed(f"{MAKE}{setting}\n{ASK}{SHOW}"))
        branch = f"{MAKE}if json:\n    {setting}\n    {setting}\n{ASK}{SHOW}"
        assert "if json:\n    pass\nanswer" in after(fixed(branch))

    def test_what_sets_something_stays(self) -> None:
        migration = fixed(f'{MAKE}service.setSecretId("other")\n{ASK}{SHOW}')
        assert only(migration) is Applicability.MANUAL


class TestNames:
    """What the file calls its own stays its own."""

    def test_a_name_that_is_taken(self) -> None:
        text = after(fixed(f"credential = 'own'\n{MAKE}{ASK}{SHOW}print(credential)\n"))
        assert "from tencentcloud.common import credential as tencent_credential\n" in text
        assert 'tencent_credential.Credential("id", "key")' in text
        assert "print(credential)" in text


def test_the_host_that_the_user_named() -> None:
    files = {"main.py": (IMPORTS + MAKE + ASK + SHOW).encode()}
    text = after(fix(files, endpoint="clb.intl.tencentcloudapi.com"))
    assert 'HttpProfile(reqTimeout=90, endpoint="clb.intl.tencentcloudapi.com")' in text
