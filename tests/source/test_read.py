"""Reading and decoding, as Python does it."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from clb_migrate.source.read import Source, Unreadable, decode, read, read_bytes


def text_of(data: bytes) -> str:
    source = decode(data, "a.py")
    assert isinstance(source, Source)
    assert source.data == data
    return source.text


def failure(data: bytes) -> Unreadable:
    result = decode(data, "a.py")
    assert isinstance(result, Unreadable)
    assert result.path == "a.py"
    return result


class TestDecoding:
    @pytest.mark.parametrize(
        ("data", "text"),
        [
            (b"", ""),
            (b"x = 1\n", "x = 1\n"),
            ("x = 'é'\n".encode(), "x = 'é'\n"),
            (b"\xef\xbb\xbfx = 1\n", "x = 1\n"),
            (b"\xef\xbb\xbf# coding: utf-8\nx = 1\n", "# coding: utf-8\nx = 1\n"),
            (b"# -*- coding: latin-1 -*-\nx = '\xe9'\n", "# -*- coding: latin-1 -*-\nx = 'é'\n"),
            (
                b"#!/bin/sh\n# vim: fileencoding=gbk\nx = '\xd6\xd0'\n",
                "#!/bin/sh\n# vim: fileencoding=gbk\nx = '中'\n",
            ),
            (b"# coding=UTF_8\nx = 1\n", "# coding=UTF_8\nx = 1\n"),
        ],
    )
    def test_marks_and_cookies(self, data: bytes, text: str) -> None:
        assert text_of(data) == text

    def test_a_cookie_in_the_third_line_is_none(self) -> None:
        assert text_of("\n\n# coding: ascii\n'é'\n".encode()).endswith("'é'\n")

    def test_nor_is_one_after_code(self) -> None:
        assert text_of("x = 1\n# coding: ascii\n'é'\n".encode()).endswith("'é'\n")

    @pytest.mark.parametrize("data", [b"a\r\nb\r\n", b"a\rb\r", b"a\nb\r\nc", b"a\x0cb\r"])
    def test_newlines_are_kept(self, data: bytes) -> None:
        assert text_of(data) == data.decode()


class TestUndecodable:
    def test_bytes_that_are_no_utf_8(self) -> None:
        result = failure("ä = 1\nx = '".encode() + b"\xe9'\n")
        assert (result.line, result.column) == (2, 6)
        assert result.reason == "byte 0xe9 is not valid utf-8"

    def test_columns_count_characters_and_lines_any_newline(self) -> None:
        result = failure("a\r\nb\r'中".encode() + b"\xff'\n")
        assert (result.line, result.column) == (3, 3)

    def test_behind_a_byte_order_mark(self) -> None:
        result = failure(b"\xef\xbb\xbf'\xff'\n")
        assert (result.line, result.column) == (1, 2)

    def test_bytes_that_are_not_in_the_declared_encoding(self) -> None:
        result = failure(b"# coding: ascii\nx = '\xe9'\n")
        assert (result.line, result.column) == (2, 6)
        assert "ascii" in result.reason

    @pytest.mark.parametrize(
        ("data", "reason", "line"),
        [
            (b"# coding: klingon\n", "unknown encoding: klingon", 1),
            (b"#!python\n# coding: klingon\n\xff\n", "unknown encoding: klingon", 2),
            (b"\xef\xbb\xbf# coding: latin-1\n", "encoding problem: utf-8", 1),
            (b"# coding: rot13\n", "'rot13' is not a text encoding", 1),
            (b"# coding: undefined\n", "undefined encoding", 1),
        ],
    )
    def test_cookies_that_python_refuses(self, data: bytes, reason: str, line: int) -> None:
        result = failure(data)
        assert reason in result.reason
        assert result.line == line

    def test_a_cookie_that_is_no_text(self) -> None:
        result = failure(b"# coding: \xff\n")
        assert (result.line, result.column) == (1, 11)

    def test_nul_bytes(self) -> None:
        result = failure(b"x = 1\ny\0 = 2\n")
        assert (result.line, result.column) == (2, 2)
        assert result.reason == "it holds a NUL byte"

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
    def test_wide_characters(self, encoding: str) -> None:
        failure("code = 4100\n".encode(encoding))

    def test_utf_16_is_called_so(self) -> None:
        assert "UTF-16" in failure("x = 1\n".encode("utf-16")).reason

    def test_half_a_character_that_an_escape_spells(self) -> None:
        failure(b"# coding: utf-7\n'+2AA-'\n")

    def test_escapes_warn_nobody(self, recwarn: pytest.WarningsRecorder) -> None:
        decode(b"# coding: unicode_escape\n'\\d'\n", "a.py")
        assert not recwarn.list


class TestFiles:
    def test_source_of_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.py"
        path.write_bytes(b"x = 1\r\n")
        assert read(path, "shown.py") == Source("shown.py", b"x = 1\r\n", "x = 1\r\n")

    def test_a_long_file_is_read_whole(self, tmp_path: Path) -> None:
        data = b"x = 1\n" * 500_000
        path = tmp_path / "a.py"
        path.write_bytes(data)
        assert read_bytes(path, "a.py") == data

    def test_one_that_is_gone(self, tmp_path: Path) -> None:
        expected = Unreadable("a.py", "no such file or directory")
        assert read(tmp_path / "a.py", "a.py") == expected

    def test_a_folder(self, tmp_path: Path) -> None:
        assert read(tmp_path, "a.py") == Unreadable("a.py", "it is a folder, not a file")

    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.py")
        result = read(tmp_path / "a.py", "a.py")
        assert result == Unreadable("a.py", "it is not a regular file")

    def test_a_socket(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # their names must be short
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("a.py")
            assert isinstance(read("a.py", "a.py"), Unreadable)

    def test_without_permission(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        # Permissions do not hold for root, so the refusal is played.
        def refuse(*_: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("os.open", refuse)
        assert read(tmp_path / "a.py", "a.py") == Unreadable("a.py", "permission denied")

    def test_no_descriptor_is_left_open(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text("x = 1\n")
        before = os.open(os.devnull, os.O_RDONLY)
        os.close(before)
        for name in ("a.py", ".", "missing.py"):
            read(tmp_path / name, "a.py")
        after = os.open(os.devnull, os.O_RDONLY)
        os.close(after)
        assert after == before
