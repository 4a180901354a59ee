"""Providers register themselves; whoever asks for one names it."""

_providers = {}


def provider(name):
    def register(cls):
        _providers[name] = cls
        cls.name = name
        return cls

    return register


def names():
    return sorted(_providers)
