from .deco import logged, retry, timed
