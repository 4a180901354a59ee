from .wrap import Logged, wrap
