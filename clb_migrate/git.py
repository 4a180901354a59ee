"""Asking git: about the repository that a folder is in, whoever started this process."""

from __future__ import annotations

import os
import subprocess

INDEX = "GIT_INDEX_FILE"
"""By this variable git tells a hook where that is which is about to be committed."""
_NO_REPOSITORY = (b"not a git repository", b"must be run in a work tree")


class GitError(Exception):
    """Git could not do what it was asked for; `result` is how it ended."""

    def __init__(self, result: subprocess.CompletedProcess[bytes]) -> None:
        super().__init__(reason_of(result))
        self.result = result


def git(
    folder: str, *arguments: str, index: str | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, so that nothing changes and nothing runs that the repository names.

    Raises `FileNotFoundError` where there is no git.
    """
    # Hooks and other callers point git elsewhere by such variables.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    if index is not None:
        environment[INDEX] = index
    return subprocess.run(
        [
            "git",
            "--no-optional-locks",
            "--literal-pathspecs",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            *arguments,
        ],
        cwd=folder,
        env={**environment, "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def top_of(folder: str) -> str | None:
    """Return the root of the working tree a folder is in; None where it is in none.

    Raises `GitError` where git cannot tell.
    """
    result = git(folder, "rev-parse", "--show-toplevel")
    if result.returncode == 0:
        return os.path.realpath(os.fsdecode(result.stdout.removesuffix(b"\n")))
    if any(words in result.stderr for words in _NO_REPOSITORY):
        return None
    raise GitError(result)


def reason_of(result: subprocess.CompletedProcess[bytes]) -> str:
    """Return what git said was wrong, as one phrase."""
    told = result.stderr.decode("utf-8", "replace").strip().splitlines()
    return (told[0] if told else f"exit code {result.returncode}").removeprefix("fatal: ")
