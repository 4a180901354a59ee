"""What may or may not be installed."""
try:
    import simplejson as json
except ImportError:
    import json

try:
    from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk
except ImportError:
    try:
        from src.QcloudApi.qcloudapi import QcloudApi  # expect: CLB202
    except ImportError:
        QcloudApi = None

HAVE_QCLOUD = QcloudApi is not None
