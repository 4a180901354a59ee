from .facade import Facade
