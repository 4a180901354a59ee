"""Which files are worth an analysis: what may hold a finding always is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clb_migrate.analysis import analyse_project
from clb_migrate.analysis.project import File, Project
from clb_migrate.findings import Certainty
from clb_migrate.source.syntax import parsing_error
from clb_migrate.source.triage import Triage, plainly_readable
from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import Rules
from tests.examples.runner import EXAMPLES, example_paths, load_example, name_of


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules()


@pytest.fixture(scope="module")
def triage(rules: Rules) -> Triage:
    return Triage.of(rules, Certainty.LIKELY)


@pytest.fixture(scope="module")
def eager(rules: Rules) -> Triage:
    return Triage.of(rules, Certainty.POSSIBLE)


class TestKept:
    @pytest.mark.parametrize(
        "code",
        [
            "from QcloudApi.qcloudapi import QcloudApi",
            "from vendor.qcloudapi3 import Api",
            "import qcloudsdklb.DescribeLoadBalancersRequest",
            'HOST = "lb.api.qcloud.com"',
            'HOST = "LB.API.QCLOUD.COM"',
            'host = module + ".api." + "qcloud" + ".com"',
            'url = "https://%s.api.tencentyun.com/v2/index.php" % module',
            'url = f"https://{host}/v2/index.php"',
            'url = host + "/v2" + "/index.php"',
            'os.system("qcloudcli lb DescribeLoadBalancers")',
            "from tencentcloud.common.exception import TencentCloudSDKException",
            'post("https://clb.tencentcloudapi.com", data)',
            'if answer["Response"]["Error"]["Code"] == 4100: pass',
            "if answer.get('Response', {}).get('Error', {}).get('Code') == '4100': pass",
            'sign = hmac.new(key, "&".join(f"{k}={v}" for k, v in dict(SecretId=i, Nonce=n)))',
        ],
    )
    def test_code_with_a_marker_or_a_clue(self, triage: Triage, code: str) -> None:
        assert triage.needs_analysis(code.encode())

    @pytest.mark.parametrize("path", [*example_paths(EXAMPLES / "fires")], ids=name_of)
    def test_whatever_fires_in_an_example(self, rules: Rules, path: Path) -> None:
        """In a project also what imports lead to from the files that are kept."""
        example = load_example(path)
        triage = Triage.of(rules, example.minimum)
        files = [File(source.path, f"/{source.path}") for source in example.sources]
        data = [source.data for source in example.sources]
        kept = [place for place, each in enumerate(data) if triage.needs_analysis(each)]
        read = analyse_project(Project(files, kept, data.__getitem__), rules).parsed
        fires = {expectation.path for expectation in example.expectations}
        assert fires <= {files[place].shown for place in read}

    def test_every_name_of_the_table(self, triage: Triage, rules: Rules) -> None:
        names = [
            *rules.sdk.legacy_imports,
            *rules.sdk.legacy_exceptions,
            *rules.sdk.legacy_commands,
            *(client.name for client in rules.sdk.legacy_clients),
            *(module.host for module in rules.modules.values()),
            rules.endpoints.legacy_path,
        ]
        assert [name for name in names if not triage.needs_analysis(name.encode())] == []

    @settings(deadline=None)
    @given(before=st.binary(max_size=40), after=st.binary(max_size=40), data=st.data())
    def test_whatever_stands_around_a_marker_and_whatever_its_case(
        self, triage: Triage, before: bytes, after: bytes, data: st.DataObject
    ) -> None:
        marker = data.draw(st.sampled_from(triage.markers)).decode()
        mixed = "".join(data.draw(st.sampled_from([c.lower(), c.upper()])) for c in marker)
        assert triage.needs_analysis(before + mixed.encode() + after)


class TestClean:
    @pytest.mark.parametrize(
        "code",
        [
            "",
            "if code == 4100: pass",
            'if response["code"] != 0: raise Failed(response["message"])',
            'url = "https://www.python.org/index.php"',
            "class Response: pass\nclass Error: pass\nCode = 1",
            'client.error.response["Error"]["Code"]',
            "signature = hmac.new(key, body, sha256).hexdigest()",
            'boto3.client("sts").call(Action="x", Timestamp=1)',
            "# the cloud is someone else's computer",
        ],
    )
    def test_code_without(self, triage: Triage, code: str) -> None:
        assert not triage.needs_analysis(code.encode())

    def test_definition_of_cut_words(self, triage: Triage) -> None:
        """The documented limit; whoever widens the definition changes this test."""
        assert not triage.needs_analysis(b'"lb.api.q" "cloud.com"')
        assert not triage.needs_analysis(rb'"lb.api.\x71cloud.com"')


class TestPossible:
    @pytest.mark.parametrize(
        "code",
        [
            "if code == 4100: pass",
            'if answer["codeDesc"] == "Success": pass',
            "if status in (1, 5100): pass",
            "if api_code != 0: pass",
            'service.call("DescribeLoadBalancers", {})',
            'service.call("describeLoadBalancers", {})',
        ],
    )
    def test_a_name_or_a_number_is_enough(self, triage: Triage, eager: Triage, code: str) -> None:
        assert eager.needs_analysis(code.encode())
        assert not triage.needs_analysis(code.encode())

    def test_neither(self, eager: Triage) -> None:
        assert not eager.needs_analysis(b"print('hello, world')")


class TestPlainly:
    @pytest.mark.parametrize("data", [b"", b"x = 1\n", b"x = 1\r\n\n# no encoding: x\n"])
    def test_readable(self, data: bytes) -> None:
        assert plainly_readable(data)

    @pytest.mark.parametrize(
        "data", [b"\xe9", "é".encode(), b"a\0", b"# coding: x\n", b"\n# coding: x"]
    )
    def test_not_readable_without_a_look(self, data: bytes) -> None:
        assert not plainly_readable(data)

    @pytest.mark.parametrize("data", [b"", b"x = 1\n", b"# coding: latin-1\n'\xe9'\n"])
    def test_parses(self, data: bytes) -> None:
        assert parsing_error(data) is None

    @pytest.mark.parametrize(
        "data",
        [b"print 'x'\n", b"f(\n", b"'\xe9'\n", b"a\0\n", b"# coding: klingon\n", b"(" * 5000],
    )
    def test_does_not_parse(self, data: bytes) -> None:
        assert parsing_error(data) is not None

    def test_nothing_is_run_and_nothing_is_said(self, recwarn: pytest.WarningsRecorder) -> None:
        assert parsing_error(b"raise SystemExit('\\d')\n") is None
        assert not recwarn.list
