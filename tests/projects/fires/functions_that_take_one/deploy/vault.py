import subprocess


def read(name):
    lines = subprocess.check_output(["vault", "read", name], universal_newlines=True).splitlines()
    return dict(line.split(None, 1) for line in lines)
