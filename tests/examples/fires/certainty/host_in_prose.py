# min-confidence: possible
"""Asks lb.api.qcloud.com for the balancers of a region."""
import sys

HELP = "the answers of lb.api.qcloud.com are kept for a day in this folder"  # expect: CLB201 lb.api.qcloud.com possible


def main():
    """Print the help; lb.api.qcloud.com is not asked."""
    if len(sys.argv) < 2:
        print("Usage: balancer [options]")  # not lb.api.qcloud.com
    print(HELP)


main()
