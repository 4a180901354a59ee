"""Once talked to lb.api.qcloud.com, error 4100 and all."""
# lb.api.qcloud.com


def pair((host, port)):
    "Not lb.api.qcloud.com/v2/index.php any more."
    print host, port  # lb.api.qcloud.com
