"""A library: who calls it, and with what, is not in this tree."""
from .explain import explain, is_missing
from .request import request
