"""Send plain http to https: replaces what redirects there are by ours."""
import sys

from redirect.cloud import CloudTrouble, Redirects

LISTENERS = ('lbl-http1', 'lbl-https1')
WANTED = {'loc-2': 'loc-4'}      # http rule -> https rule


def main(balancer):
    redirects = Redirects(balancer, *LISTENERS)
    try:
        present = redirects.present()
        print('present:', ', '.join('%s -> %s' % pair for pair in sorted(present.items())) or 'none')
        for source, target in sorted(present.items()):
            if WANTED.get(source) != target:
                redirects.remove(source, target)
                print('removed', source)
        for source, target in sorted(WANTED.items()):
            if present.get(source) != target:
                redirects.add(source, target)
                print('added', source)
    except CloudTrouble as trouble:
        if trouble.missing:
            print('something is missing, nothing more done')
            return 4
        print('trouble:', trouble)
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
