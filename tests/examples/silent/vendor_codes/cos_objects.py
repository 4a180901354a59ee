# min-confidence: possible
"""Object storage: its errors have string codes and HTTP status codes."""

import sys

from qcloud_cos import CosClientError, CosConfig, CosS3Client, CosServiceError

config = CosConfig(Region="ap-guangzhou", SecretId="id", SecretKey="key")
client = CosS3Client(config)


def head(bucket: str, key: str) -> dict | None:
    try:
        return client.head_object(Bucket=bucket, Key=key)
    except CosServiceError as error:
        if error.get_status_code() == 404 or error.get_error_code() == "NoSuchKey":
            return None
        if error.get_error_code() in ("AccessDenied", "4100"):
            print(error.get_error_msg(), file=sys.stderr)
            return None
        raise
    except CosClientError as error:
        print(error, file=sys.stderr)
        return None


def size(bucket: str, key: str) -> int:
    answer = head(bucket, key) or {}
    if answer.get("code") == 5000:
        return 0
    return int(answer.get("Content-Length", 0))
