"""Handlers of the legacy SDK's exceptions, before and after."""

from __future__ import annotations

import re
import textwrap

import pytest

from clb_migrate import api
from clb_migrate.fixes.results import Migration

HEAD = """\
import json
from QcloudApi.common.api_exception import EXCEPTIONS
from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "i", "secretKey": "k"})
"""
TRY = """\
try:
    answer = json.loads(service.call("DescribeLBHealthStatus", {"loadBalancerId": "lb-1"}))
    print(answer["code"] == 0)
"""


def fixed(body: str) -> Migration:
    """Return what becomes of a program that guards a request with the handlers of `body`."""
    exceptions = ", ".join(sorted({*re.findall(r"\bApi\w+", body)})) or "ApiExceptionBase"
    text = HEAD.replace("EXCEPTIONS", exceptions)
    text += textwrap.dedent(body).lstrip().replace("TRY\n", TRY)
    return api.fix({"main.py": text.encode()})


def handlers(body: str) -> str:
    """Return what becomes of handlers: the text behind the `try`."""
    migration = fixed(body)
    assert [flow.reasons for flow in migration.flows if not flow.applied] == []
    (change,) = migration.changes
    after = change.after.decode()
    compile(after, "main.py", "exec")
    assert "QcloudApi" not in after
    return after[after.index('    print("Error" not in answer)\n') :].partition("\n")[2]


def reasons(body: str) -> list[str]:
    """Return why nothing changes."""
    migration = fixed(body)
    assert migration.changes == ()
    return [reason.text for flow in migration.flows for reason in flow.reasons]


def test_a_handler_lets_go_of_what_it_did_not_take() -> None:
    assert handlers(
        """
        TRY
        except ApiClientNetworkException as e:
            # Told once.
            print("line is down: %s" % e.message)
        else:
            print("reached")
        """
    ) == (
        "except TencentCloudSDKException as e:\n"
        '    if e.get_code() != "ClientNetworkError":\n'
        "        raise\n"
        "    # Told once.\n"
        '    print("line is down: %s" % e.get_message())\n'
        "else:\n"
        '    print("reached")\n'
    )


def test_the_base_class_takes_all_codes() -> None:
    assert handlers(
        """
        TRY
        except ApiExceptionBase:
            print("trouble")
        except Exception:
            print("strange")
        """
    ) == (
        "except TencentCloudSDKException:\n"
        '    print("trouble")\n'
        "except Exception:\n"
        '    print("strange")\n'
    )


def test_a_tuple_of_legacy_exceptions_becomes_one_exception() -> None:
    assert handlers(
        """
        TRY
        except (ApiClientNetworkException, ApiServerNetworkException): print("trouble")
        """
    ) == (
        "except TencentCloudSDKException as error:\n"
        '    if error.get_code() not in ("ClientNetworkError", "ServerNetworkError"):\n'
        "        raise\n"
        '    print("trouble")\n'
    )


def test_a_tuple_with_others_keeps_them() -> None:
    assert handlers(
        """
        TRY
        except (ApiClientNetworkException, ValueError) as e:  # either
            print(e)
        """
    ) == (
        "except (TencentCloudSDKException, ValueError) as e:  # either\n"
        "    if isinstance(e, TencentCloudSDKException) "
        'and e.get_code() != "ClientNetworkError":\n'
        "        raise\n"
        "    print(e)\n"
    )


def test_several_handlers_become_branches_of_one() -> None:
    assert handlers(
        '''
        TRY
        except ApiClientNetworkException as e:
            text = """a
          b""" + e.message
            print(text)
            # The end of it.
        # Between.
        except ApiServerNetworkException as other:

            print(f"{other}")
        except ValueError:
            print("no JSON")
        '''
    ) == (
        "except TencentCloudSDKException as e:\n"
        '    if e.get_code() == "ClientNetworkError":\n'
        '        text = """a\n'
        '  b""" + e.get_message()\n'
        "        print(text)\n"
        "        # The end of it.\n"
        "    # Between.\n"
        '    elif e.get_code() == "ServerNetworkError":\n'
        "\n"
        '        print(f"{e}")\n'
        "    else:\n"
        "        raise\n"
        "except ValueError:\n"
        '    print("no JSON")\n'
    )


def test_the_base_class_behind_others_is_the_last_branch() -> None:
    assert handlers(
        """
        TRY
        except ApiClientNetworkException: print("line")
        except ApiExceptionBase: print("other")
        except Exception: print("strange")
        """
    ) == (
        "except TencentCloudSDKException as error:\n"
        '    if error.get_code() == "ClientNetworkError": print("line")\n'
        '    else: print("other")\n'
        'except Exception: print("strange")\n'
    )


def test_a_name_that_is_used_otherwise_is_not_taken() -> None:
    after = handlers(
        """
        error = None
        TRY
        except ApiClientNetworkException:
            error = "line"
        print(error)
        """
    )
    assert after.startswith("except TencentCloudSDKException as exception:\n")


def test_a_tuple_with_a_name_holds_the_codes() -> None:
    migration = fixed(
        """
        AGAIN = (ApiClientNetworkException, ApiServerNetworkException)
        TRY
        except AGAIN:
            print("again")
        """
    )
    (change,) = migration.changes
    after = change.after.decode()
    assert 'AGAIN = ("ClientNetworkError", "ServerNetworkError")\n' in after
    assert "    if error.get_code() not in AGAIN:\n        raise\n" in after


def test_a_request_may_be_sent_far_away_or_by_a_generator() -> None:
    migration = fixed(
        """
        def health():
            params = {"loadBalancerId": "lb-1"}
            yield json.loads(service.call("DescribeLBHealthStatus", params))["code"] == 0
        found = health()
        try:
            for each in found:
                print(each)
        except ApiServerNetworkException:
            print("gateway")
        """
    )
    (change,) = migration.changes
    assert b'    if error.get_code() != "ServerNetworkError":\n' in change.after


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (
            """
            TRY
            except ApiClientNetworkException:
                print("line")
            except Exception:
                print("strange")
            """,
            "a handler below takes the exceptions that this one no longer does",
        ),
        (
            """
            TRY
            except ApiServerNetworkException as e:
                print(e.status)
            """,
            "status of the exception has no counterpart",
        ),
        (
            """
            TRY
            except ApiClientNetworkException as e:
                if "timed out" in str(e):
                    print("slow")
            """,
            "the exception itself is handed on",
        ),
        (
            """
            TRY
            except ApiClientNetworkException as e:
                kept = str(e)
            """,
            "the text of the exception is kept, which API 3.0 words differently",
        ),
        (
            """
            TRY
            except ApiClientNetworkException:
                print("line")
            except ValueError:
                print("no JSON")
            except ApiServerNetworkException:
                print("gateway")
            """,
            "handlers of the legacy exceptions stand apart, and become one in API 3.0",
        ),
        (
            """
            TRY
            except Exception as e:
                print(isinstance(e, ApiClientNetworkException))
            """,
            "an exception of the legacy SDK is named here",
        ),
        (
            """
            class Broken(ApiExceptionBase):
                pass
            TRY
            except ApiExceptionBase:
                print("trouble")
            """,
            "an exception of the legacy SDK is named here",
        ),
        (
            """
            TRY
            except Exception as e:
                print(e.status)
            """,
            "status of an exception is read, which that of API 3.0 may not have",
        ),
        (
            """
            TRY
            except ApiClientNetworkException:
                TRY_AGAIN
            except ApiServerNetworkException:
                print("gateway")
            """.replace(
                "TRY_AGAIN",
                """try:
                    service.call("DescribeLBHealthStatus", {"loadBalancerId": "lb-1"})
                except ApiClientNetworkException:
                    print("twice")""",
            ),
            "a handler of the legacy exceptions stands in another one",
        ),
        (
            """
            TRY
            import queue
            def work(tasks):
                try:
                    print(tasks.get()())
                except ApiClientNetworkException:
                    print("line")
            work(queue.Queue())
            """.replace(
                "TRY", 'service.call("DescribeLBHealthStatus", {"loadBalancerId": "lb-1"})'
            ),
            "this handler takes exceptions of the legacy SDK, and no request was found "
            "in what it guards",
        ),
    ],
)
def test_what_is_not_surely_the_same_stays(body: str, reason: str) -> None:
    assert reason in reasons(body)
