import json
import sys

from cleanup import remove
from cloud.errors import CloudError


def main(path):
    with open(path) as stream:
        config = json.load(stream)
    try:
        return all([remove(one, config) for one in sys.argv[2:]])
    except CloudError as error:
        codes = {4100: 2, 4101: 3, 4104: 4}  # expect: CLB103 4100 4101 4104
        return codes.get(error.code, 1)


status = main(sys.argv[1])
sys.exit(4 if status == 4104 else status)
