from .outcome import Checked, code_of, explain, is_ok

__all__ = ["Checked", "code_of", "explain", "is_ok"]
