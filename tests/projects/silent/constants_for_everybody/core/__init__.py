from .const import *  # noqa: F403
