try:
    from . import local as settings
except ImportError:
    from . import default as settings
