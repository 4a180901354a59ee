"""The one place that knows where the SDK is."""
import sys

sys.path.insert(0, "/opt/qcloud")

from QcloudApi.qcloudapi import QcloudApi  # noqa: E402  # expect: CLB202  # here: sdk
