from conf.base import *  # noqa: F403

TIMEOUT = 20
