import argparse
import sys

from lbctl.commands import show


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", default="lbctl.json")
    parser.add_argument("ids", nargs="*")
    return show.run(parser.parse_args())


if __name__ == "__main__":
    code = main()
    if code == 3:
        print("offline", file=sys.stderr)
    sys.exit(code)
