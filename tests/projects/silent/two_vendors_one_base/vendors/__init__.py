"""Two clients below one base class. Only what comes through `Tencent` is a legacy response."""
from .kingsoft import Kingsoft
from .tencent import Tencent

__all__ = ["Kingsoft", "Tencent"]
