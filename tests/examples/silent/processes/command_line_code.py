# min-confidence: possible
"""`lookup --code 4100`: explain a number of the shop's till."""

import argparse
import sys

TEXTS = {4000: "drawer open", 4100: "no paper", 5000: "no network", 6000: "call service"}


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--code", type=int, required=True)
    parser.add_argument("--message", default="")
    return parser.parse_args(arguments)


def main() -> int:
    args = parse(sys.argv[1:])
    if args.code == 4100:
        print("put in a new roll")
    elif args.code in (5000, 6000) or 4500 <= args.code < 4600:
        print("phone the hotline", args.message)
    elif args.code in TEXTS:
        print(TEXTS[args.code])
    else:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
