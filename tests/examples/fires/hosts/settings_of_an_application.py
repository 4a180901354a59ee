"""Settings only: nothing here sends a request to lb.api.qcloud.com."""

QCLOUD = {
    # the old address was lb.api.qcloud.com
    "lb": {"host": "lb.api.qcloud.com", "path": "/v2/index.php"},  # expect: CLB201 lb.api.qcloud.com
    "cvm": {"host": "cvm.api.qcloud.com", "path": "/v2/index.php"},  # expect: CLB201 cvm.api.qcloud.com
    "clb": {"host": "clb.tencentcloudapi.com", "path": "/"},
}
ALLOWED_HOSTS = ["localhost", "cdn.api.qcloud.com"]  # expect: CLB201 cdn.api.qcloud.com
PORTS = {"agent": 4100, "admin": 6000}
