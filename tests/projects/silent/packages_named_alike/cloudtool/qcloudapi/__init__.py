"""Our plugin for the new API; it has been called so since 2015."""
from .plugin import Plugin

__all__ = ["Plugin"]
