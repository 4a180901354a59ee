from .load import load
from .publish import publish

STEPS = {"load": load, "publish": publish}
