import sys

import cloud_worker
import label_worker

if __name__ == '__main__':
    cloud_worker.work({'Region': 'gz', 'secretId': 'x', 'secretKey': 'y'}, sys.argv[1:])
    label_worker.work(sys.argv[1:])
    sys.exit(cloud_worker.settle() + label_worker.settle())
