"""Errors of the transport carry `status` and `message`; they are no legacy response."""
import sys

from QcloudApi.common.api_exception import ApiExceptionBase  # expect: CLB202
from QcloudApi.common.api_exception import ApiServerNetworkException  # expect: CLB202
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def ask(action, params, config):
    service = QcloudApi("lb", config)  # expect: CLB203
    try:
        return service.call(action, params)  # expect: CLB204
    except ApiServerNetworkException as error:
        if error.status == 404 or error.status // 100 == 5:
            sys.stderr.write("HTTP %s\n" % error.status)
        return None
    except ApiExceptionBase as error:
        if "timed out" in error.message:
            sys.stderr.write(error.message)
        return None
    except OSError as error:
        sys.exit(error.errno)
