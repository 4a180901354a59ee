# min-confidence: possible
"""Find a free port for the development server, counting up from 4000."""

import argparse
import socket

RESERVED = {4000, 4100, 5000, 6000}


def is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def first_free(start: int, stop: int) -> int:
    for port in range(start, stop):
        if port in RESERVED or port == 5100:
            continue
        if is_free(port):
            return port
    raise SystemExit(f"no free port between {start} and {stop}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", type=int, default=4000)
    args = parser.parse_args()
    if args.start == 6000:
        print("6000 belongs to the X server, starting at 6100 instead")
        args.start = 6100
    print(first_free(args.start, 6200))


if __name__ == "__main__":
    main()
