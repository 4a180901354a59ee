from .client import *
from .errno import *
