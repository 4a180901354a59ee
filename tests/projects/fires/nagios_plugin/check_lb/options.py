import argparse

from .probe import Options


def parse(words):
    parser = argparse.ArgumentParser()
    for name in ("region", "secret-id", "secret-key", "balancer"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--warning", type=int, default=5000)
    arguments = parser.parse_args(words)
    if arguments.warning == 5000:
        print("the default")
    return Options(**vars(arguments))
