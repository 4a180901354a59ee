"""Dependency files before and after reading: what is reported stands between « and »."""

from __future__ import annotations

from textwrap import dedent
from typing import NamedTuple


class Example(NamedTuple):
    """A dependency file: what it shows, its path, and its text with the findings marked."""

    shows: str
    path: str
    marked: str

    @property
    def text(self) -> str:
        """The file itself."""
        return self.marked.replace("«", "").replace("»", "")

    @property
    def expected(self) -> list[tuple[int, int, int, int]]:
        """Line, column, end line and end column of each mark, counted in the file itself."""
        spans = []
        line, column = 1, 1
        opened = (0, 0)
        for character in self.marked:
            if character == "«":
                opened = (line, column)
            elif character == "»":
                spans.append((*opened, line, column))
            elif character == "\n":
                line, column = line + 1, 1
            else:
                column += 1
        return spans


def example(shows: str, path: str, marked: str) -> Example:
    """Return an example whose text may be written indented."""
    return Example(shows, path, dedent(marked).lstrip("\n"))


FIRES = (
    # --- requirements and constraints files ---
    example("a bare name", "requirements.txt", "«qcloudapi-sdk-python»\n"),
    example("no line break at the end", "requirements.txt", "requests\n«qcloudapi-sdk-python»"),
    example("a pin", "requirements.txt", "«qcloudapi-sdk-python»==2.0.15\n"),
    example("a range", "requirements.txt", "«qcloudapi-sdk-python» >= 2.0, < 3\n"),
    example("a compatible release", "requirements.txt", "«qcloudapi-sdk-python»~=2.0\n"),
    example("a version in brackets", "requirements.txt", "«qcloudapi-sdk-python» (>=2.0)\n"),
    example("other spellings", "requirements.txt", "«QcloudApi_SDK.Python»==2.0.15\n"),
    example("repeated separators", "requirements.txt", "«qcloudapi-_sdk__python»\n"),
    example("extras", "requirements.txt", "«qcloudapi-sdk-python»[http, test]>=2\n"),
    example("a marker", "requirements.txt", "«qcloudapi-sdk-python»; python_version < '3.8'\n"),
    example("a comment behind", "requirements.txt", "«qcloudapi-sdk-python»  # the old cloud\n"),
    example("indented", "requirements.txt", "  «qcloudapi-sdk-python»==2.0.15\n"),
    example(
        "hashes on the next lines",
        "requirements.txt",
        """
        requests==2.31.0 \\
            --hash=sha256:1111
        «qcloudapi-sdk-python»==2.0.15 \\
            --hash=sha256:2222 \\
            --hash=sha256:3333
        «qcloudapi3»
        """,
    ),
    example("a name on a continued line", "requirements.txt", "\\\n  «qcloudapi-sdk-python»\n"),
    example("hashes on the same line", "requirements.txt", "«qcloudapi» --hash=sha256:1111\n"),
    example(
        "a name at an address",
        "requirements.txt",
        "«qcloudapi-sdk-python» @ https://example.com/sdk.zip\n",
    ),
    example(
        "a name at an address, without spaces",
        "requirements.txt",
        "«qcloudapi-sdk-python»@git+https://example.com/sdk.git\n",
    ),
    example(
        "a repository",
        "requirements.txt",
        "git+https://github.com/QcloudApi/«qcloudapi-sdk-python».git\n",
    ),
    example(
        "a repository at a revision",
        "requirements.txt",
        "git+https://github.com/QcloudApi/«qcloudapi-sdk-python».git@release/2.0\n",
    ),
    example(
        "a repository over ssh",
        "requirements.txt",
        "git+ssh://git@github.com/QcloudApi/«qcloudapi-sdk-python».git\n",
    ),
    example(
        "the egg of a repository",
        "requirements.txt",
        "git+https://example.com/mirror/sdk.git@master#egg=«qcloudapi_sdk_python»&subdirectory=a\n",
    ),
    example(
        "an editable repository",
        "requirements.txt",
        "-e git+https://github.com/QcloudApi/«qcloudapi-sdk-python».git\n",
    ),
    example(
        "an editable folder", "requirements.txt", "--editable=./vendor/«qcloudapi-sdk-python»\n"
    ),
    example(
        "an editable folder's extras", "requirements.txt", "-e ../«qcloudapi-sdk-python»[test]\n"
    ),
    example(
        "an archive of a repository",
        "requirements.txt",
        "https://github.com/QcloudApi/«qcloudapi-sdk-python»/archive/refs/tags/v2.0.14.tar.gz\n",
    ),
    example(
        "a wheel at an address",
        "requirements.txt",
        "https://example.com/simple/«qcloudapi_sdk_python»-2.0.15-py3-none-any.whl#sha256=11\n",
    ),
    example("a wheel beside it", "requirements.txt", "«qcloudapi3»-0.3.0-py2.py3-none-any.whl\n"),
    example("an archive", "requirements.txt", "vendor/«qcloudapi-sdk-python»-2.0.15.tar.gz\n"),
    example("a folder", "requirements.txt", "vendor/«qcloudapi-sdk-python»/\n"),
    example("a branch's archive", "requirements.txt", "./«qcloudapi-sdk-python»-master.zip\n"),
    example(
        "an archive in a Windows folder",
        "requirements.txt",
        "C:\\wheels\\«qcloudapi-sdk-python»-2.0.15.zip\n",
    ),
    example("every legacy name", "requirements.txt", "«qcloudapi»\n«qcloudapi3»\n«qcloudcli»\n"),
    example("twice", "requirements.txt", "«qcloudapi-sdk-python»\n«qcloudapi-sdk-python»==2\n"),
    example("letters of other scripts", "requirements.txt", "# 负载均衡\n«qcloudapi» # 旧\n"),
    example("Windows line breaks", "requirements.txt", "requests\r\n«qcloudapi»\r\nclick\r\n"),
    example("a prefix", "dev-requirements.txt", "«qcloudapi-sdk-python»\n"),
    example("a suffix", "requirements-test.txt", "«qcloudapi-sdk-python»\n"),
    example("the singular", "requirement.txt", "«qcloudapi-sdk-python»\n"),
    example("constraints", "constraints.txt", "«qcloudapi-sdk-python»<3\n"),
    example("a requirements folder", "deploy/requirements/base.txt", "«qcloudapi-sdk-python»\n"),
    example("input of pip-compile", "requirements.in", "«qcloudapi-sdk-python»\n"),
    example("input of pip-compile, elsewhere", "deps/prod.in", "«qcloudapi-sdk-python»\n"),
    # --- pyproject.toml ---
    example(
        "dependencies of the project",
        "pyproject.toml",
        """
        [project]
        name = "balancer"  # a comment
        dependencies = [
            "requests>=2",  # "qcloudapi-sdk-python" is next
            "«qcloudapi-sdk-python»==2.0.15",
            '«qcloudapi3»',
        ]
        """,
    ),
    example(
        "extras and groups",
        "pyproject.toml",
        """
        [project.optional-dependencies]
        cloud = ["«QcloudApi-SDK-Python»[x] ; python_version < '3'"]

        [dependency-groups]
        dev = [{ include-group = "test" }, "«qcloudcli»"]
        """,
    ),
    example(
        "build requirements",
        "pyproject.toml",
        'build-system = { requires = ["hatchling", "«qcloudapi-sdk-python»"] }\n',
    ),
    example(
        "a repository of the project",
        "pyproject.toml",
        """
        [project]
        dependencies = ["«qcloudapi-sdk-python» @ git+https://example.com/x.git"]
        """,
    ),
    example(
        "Poetry",
        "pyproject.toml",
        """
        [tool.poetry.dependencies]
        python = "^3.8"
        «qcloudapi-sdk-python» = "^2.0"
        "«qcloudapi3»" = { version = "*", optional = true }

        [tool.poetry.dev-dependencies]
        «QcloudApi» = { git = "https://example.com/qcloudapi.git" }

        [tool.poetry.group.ops.dependencies]
        «qcloudcli» = "*"

        [tool.poetry.extras]
        cloud = ["«qcloudapi3»"]
        """,
    ),
    example(
        "Poetry, one table for one dependency",
        "pyproject.toml",
        """
        [tool.poetry.dependencies.«qcloudapi-sdk-python»]
        version = "^2.0"
        extras = ["http"]
        """,
    ),
    example(
        "Poetry, dotted keys",
        "pyproject.toml",
        """
        [tool.poetry.dependencies]
        «qcloudapi-sdk-python».version = "^2.0"
        qcloudapi-sdk-python.optional = true
        """,
    ),
    example(
        "PDM",
        "pyproject.toml",
        """
        [tool.pdm.dev-dependencies]
        ops = ["-e file:///${PROJECT_ROOT}/«qcloudapi-sdk-python»", "«qcloudcli»"]

        [tool.pdm.resolution.overrides]
        «qcloudapi3» = "0.3.0"
        """,
    ),
    example(
        "uv",
        "pyproject.toml",
        """
        [tool.uv]
        dev-dependencies = ["«qcloudcli»>=1"]
        constraint-dependencies = ["«qcloudapi-sdk-python»<3"]
        override-dependencies = ["«qcloudapi3»==0.3.0"]

        [tool.uv.sources]
        «qcloudapi-sdk-python» = { path = "vendor/sdk" }
        """,
    ),
    example(
        "Hatch",
        "pyproject.toml",
        """
        [tool.hatch.envs.default]
        dependencies = ["pytest", "«qcloudapi-sdk-python»"]
        extra-dependencies = ["«qcloudcli»"]

        [tool.hatch.build.hooks.custom]
        dependencies = ["«qcloudapi3»"]
        """,
    ),
    example(
        "Flit's older table",
        "pyproject.toml",
        """
        [tool.flit.metadata]
        requires = ["«qcloudapi-sdk-python» >=2"]
        """,
    ),
    example(
        "values of every kind before it",
        "pyproject.toml",
        """
        [tool.other]
        date = 1979-05-27 07:32:00  # a date
        day = 1979-05-27
        number = -1_000.5e3
        lines = \"\"\"
        [project]
        dependencies = ["qcloudapi-sdk-python"]
        ""\"\"\"
        literal = '''[x] ''#'''
        empty = []
        nested = [[1, { a.b = [{}] }], [true]]
        "quoted \\" key" = "\\u0022"

        [[tool.tables]]

        [project]
        dependencies=["«qcloudapi-sdk-python»",]
        """,
    ),
    example(
        "a string with escapes is marked as a whole",
        "pyproject.toml",
        """
        [project]
        dependencies = ["«qcloudapi\\u002Dsdk-python; sys_platform == \\"linux\\"»"]
        """,
    ),
    # --- Pipfile ---
    example(
        "Pipfile",
        "Pipfile",
        """
        [[source]]
        name = "pypi"

        [packages]
        requests = "*"
        «qcloudapi-sdk-python» = "==2.0.15"

        [dev-packages]
        "«qcloudcli»" = {version = "*"}

        [ops]
        «QcloudApi3» = {git = "https://example.com/qcloudapi3.git", editable = true}
        """,
    ),
    # --- setup.cfg ---
    example(
        "setup.cfg",
        "setup.cfg",
        """
        [metadata]
        name = balancer

        [options]
        install_requires =
            requests
            # comes next
            «qcloudapi-sdk-python»>=2.0  # for the old cloud
        setup_requires = wheel; «qcloudapi3»
        tests_require: «qcloudcli»; python_version < "3"

        [options.extras_require]
        cloud =
          «qcloudapi_sdk_python»[x]
        """,
    ),
    # --- setup.py ---
    example(
        "arguments of setup()",
        "setup.py",
        """
        from setuptools import setup

        setup(
            name="balancer",
            install_requires=["requests", "«qcloudapi-sdk-python»>=2.0"],
            extras_require={"cli": ["«qcloudcli»"]},
            tests_require=("«qcloudapi3»",),
            setup_requires="«qcloudapi»",
        )
        """,
    ),
    example(
        "names that lead there",
        "setup.py",
        """
        import sys
        from setuptools import setup

        CLOUD = "«qcloudapi-sdk-python»"
        requires = ["requests", CLOUD]
        if sys.version_info < (3,):
            requires.append("«qcloudapi3»==0.3.0")
        extras = {}
        extras["cli"] = ["«qcloudcli»"]
        both: list = requires + extras["cli"]
        both += ["«qcloudapi»"]

        setup(install_requires=both, extras_require=extras)
        """,
    ),
    example(
        "a dict of arguments",
        "setup.py",
        """
        options = {"install_requires": ["«qcloudapi-sdk-python»"]}
        options["tests_require"] = ["«qcloudcli»"] if True else ["«qcloudapi3»"]
        setup(**options)
        """,
    ),
    example(
        "requirements in one text",
        "setup.py",
        '''
        setup(
            install_requires="""
                requests  # qcloudapi
                «qcloudapi-sdk-python»==2.0.15
            """,
            tests_require="pytest\\n«qcloudcli»",
        )
        ''',
    ),
    example(
        "Python 2",
        "setup.py",
        """
        # -*- coding: utf-8 -*-
        from distutils.core import setup
        import os
        print "building", `os.getcwd()`
        os.chmod("setup.py", 0755)
        if os.environ.get("DEBUG") <> "":
            exec "pass"
        setup(name=u'balancer', description=ur'工具', install_requires=[u'«qcloudapi-sdk-python»'])
        """,
    ),
    example(
        "links to repositories",
        "setup.py",
        'setup(dependency_links=["git+https://example.com/«qcloudapi-sdk-python».git"])\n',
    ),
    # --- conda ---
    example(
        "conda",
        "environment.yml",
        """
        name: balancer
        channels:
          - conda-forge
        dependencies:
          - python=3.8
          - pip
          - conda-forge::«qcloudapi3»=0.3.0=py_0
          - pip:
            - requests
            - «qcloudapi-sdk-python»==2.0.15  # the old cloud
            - "«qcloudcli»>=1"
            - -e git+https://example.com/«qcloudapi».git
        prefix: /opt/conda/envs/balancer
        """,
    ),
    example(
        "conda, items not indented",
        "environment-dev.yaml",
        """
        dependencies:
        - python
        # the old cloud
        - «qcloudapi-sdk-python»
        """,
    ),
)

SILENT = (
    # --- requirements and constraints files ---
    example("a comment", "requirements.txt", "# qcloudapi-sdk-python==2.0.15\n"),
    example("an indented comment", "requirements.txt", "   # qcloudapi-sdk-python\n"),
    example("a comment with a backslash", "requirements.txt", "# old: \\\n# qcloudapi3\nclick\n"),
    example("a sentence", "constraints.txt", "qcloudapi is needed on the old hosts\n"),
    example("two names", "requirements.txt", "qcloudapi qcloudapi3\n"),
    example("an index", "requirements.txt", "-i https://example.com/qcloudapi-sdk-python\n"),
    example("found links", "requirements.txt", "--find-links ./qcloudapi-sdk-python\n"),
    example("another option", "requirements.txt", "--no-binary qcloudapi-sdk-python\n"),
    # --- pyproject.toml ---
    example(
        "name, description, keywords and addresses",
        "pyproject.toml",
        """
        [project]
        name = "qcloudapi-sdk-python"
        description = "qcloudapi-sdk-python"
        keywords = ["qcloudapi-sdk-python", "qcloudapi"]
        dependencies = []  # "qcloudapi-sdk-python"
        # dependencies = ["qcloudapi-sdk-python"]

        [project.urls]
        qcloudapi = "https://github.com/QcloudApi/qcloudapi-sdk-python"

        [project.scripts]
        qcloudcli = "balancer:main"
        """,
    ),
    example(
        "the name of an extra or a group",
        "pyproject.toml",
        """
        [project]
        optional-dependencies.qcloudapi = ["tencentcloud-sdk-python-common"]

        [dependency-groups]
        qcloudapi = [{ include-group = "qcloudapi3" }]
        qcloudapi3 = []
        """,
    ),
    example(
        "settings of tools",
        "pyproject.toml",
        """
        [tool.ruff.lint.isort]
        known-third-party = ["qcloudapi"]

        [tool.deptry]
        dependencies = ["qcloudapi"]

        [tool.poetry]
        name = "qcloudapi-sdk-python"
        packages = [{ include = "qcloudapi" }]

        [tool.poetry.group.qcloudapi]
        optional = true

        [tool.hatch.envs.qcloudapi]
        scripts.run = "qcloudcli lb DescribeLoadBalancers"
        """,
    ),
    example(
        "another distribution from its repository",
        "pyproject.toml",
        """
        [tool.poetry.dependencies]
        acme-balancer = { git = "https://github.com/me/qcloudapi-sdk-python.git" }
        """,
    ),
    example(
        "text that looks like TOML",
        "pyproject.toml",
        """
        [tool.notes]
        text = '''
        [project]
        dependencies = ["qcloudapi-sdk-python"]
        '''
        """,
    ),
    # --- Pipfile ---
    example(
        "Pipfile's other tables",
        "Pipfile",
        """
        [[source]]
        name = "qcloudapi"
        url = "https://example.com/qcloudapi"

        [requires]
        python_version = "3.8"

        [scripts]
        qcloudcli = "python -m balancer"

        [packages]
        # qcloudapi-sdk-python = "*"
        tencentcloud-sdk-python = {extras = ["qcloudapi"], version = "*"}
        """,
    ),
    # --- setup.cfg ---
    example(
        "setup.cfg's other options",
        "setup.cfg",
        """
        [metadata]
        name = qcloudapi-sdk-python
        keywords = qcloudapi, qcloudapi3
        description = qcloudapi

        [options]
        packages =
            qcloudapi
        install_requires =
        #   qcloudapi-sdk-python
        ;   qcloudapi-sdk-python
            requests  # not qcloudapi-sdk-python
            my-qcloudapi-sdk-python
        py_modules =
            qcloudapi

        [options.extras_require]
        qcloudapi = tencentcloud-sdk-python-common

        [isort]
        known_third_party = qcloudapi
        """,
    ),
    # --- setup.py ---
    example(
        "other arguments",
        "setup.py",
        '''
        """Needs

        qcloudapi-sdk-python
        """
        setup(
            name="qcloudapi-sdk-python",
            description="qcloudapi-sdk-python",
            keywords=["qcloudapi-sdk-python"],
            url="https://github.com/QcloudApi/qcloudapi-sdk-python",
            packages=["qcloudapi"],
            install_requires=["requests"],  # "qcloudapi-sdk-python"
            # install_requires=["qcloudapi-sdk-python"],
            provides=["qcloudapi"],
        )
        ''',
    ),
    example(
        "keys, subscripts and comparisons",
        "setup.py",
        """
        extras = {"qcloudapi": ["tencentcloud-sdk-python-common"]}
        extras["qcloudapi3"] = []
        setup(
            extras_require=extras,
            tests_require=extras["qcloudapi"],
            install_requires=["requests"] if mode == "qcloudapi" else [],
        )
        """,
    ),
    example(
        "names that do not lead there",
        "setup.py",
        """
        legacy = ["qcloudapi-sdk-python"]
        other.install = ["qcloudapi-sdk-python"]
        requires = ["requests"]
        kept.requires = ["qcloudapi-sdk-python"]
        configure(requires=["qcloudapi-sdk-python"])
        setup(install_requires=requires, legacy=legacy)
        """,
    ),
    example(
        "a text that mentions it",
        "setup.py",
        """
        install_requires = ["requests"]
        print("use qcloudapi-sdk-python")
        raise SystemExit('qcloudapi-sdk-python')
        """,
    ),
    # --- conda ---
    example(
        "conda's other keys",
        "environment.yml",
        """
        name: qcloudapi
        channels:
          - qcloudapi
        dependencies:
          - qcloudapi::click
          # - qcloudapi-sdk-python
          - pip:
            - tencentcloud-sdk-python-common  # not qcloudapi-sdk-python
            - my-qcloudapi-sdk-python
        variables:
          - qcloudapi
        """,
    ),
)

SILENT_REQUIREMENTS = (
    # --- other names ---
    "tencentcloud-sdk-python==3.0.1",
    "tencentcloud-sdk-python-common",
    "tencentcloud-sdk-python-clb>=3",
    "tccli",
    "my-qcloudapi-sdk-python-fork",
    "my-qcloudapi-sdk-python",
    "qcloudapi-sdk-python-fork==2.0.15",
    "qcloudapi-sdk-python3",
    "qcloudapi-sdk",
    "qcloudapi2",
    "qcloudapisdkpython",
    "qcloud",
    "qcloud-sdk-py==0.5.0",
    "qcloudsms_py",
    "cos-python-sdk-v5",
    # --- the name in another part of a requirement ---
    "acme-balancer[qcloudapi]",
    "acme-balancer  # instead of qcloudapi-sdk-python",
    "acme-balancer @ git+https://github.com/me/qcloudapi-sdk-python.git",
    # --- addresses of others ---
    "git+https://github.com/me/my-qcloudapi-sdk-python-fork.git",
    "git+https://github.com/qcloudapi/tencentcloud-sdk-python.git",
    "git+https://github.com/me/tool.git@qcloudapi",
    "git+https://github.com/me/qcloudapi-sdk-python.git#egg=acme-balancer",
    "git+ssh://qcloudapi@example.com/me/tool.git",
    "https://qcloudapi/wheels/click-8.1.zip",
    "https://example.com/qcloudapi/click-8.1-py3-none-any.whl",
    "https://example.com/my-qcloudapi-sdk-python-2.0.15.tar.gz",
    "https://example.com/index.html?name=/qcloudapi",
    "./qcloudapi/click-8.1.tar.gz",
    # --- options ---
    "-r qcloudapi-sdk-python.txt",
    "-c qcloudapi",
    "-e .",
    "-e .[qcloudapi]",
    "--requirement=qcloudapi",
    # --- sentences ---
    "use qcloudapi-sdk-python",
    "qcloudapi for the old hosts",
)
"""Lines that ask for something else, wherever a requirement may stand."""

PLACES = {
    "requirements.txt": "click\n{}\n",
    "pyproject.toml": "[project]\ndependencies = [\n  'click',\n  '{}',\n]\n",
    "setup.py": "setup(install_requires=['click', '{}'])\n",
    "setup.cfg": "[options]\ninstall_requires =\n    click\n    {}\n",
    "environment.yml": "dependencies:\n  - pip:\n    - click\n    - {}\n",
}
"""Where a requirement may stand."""
