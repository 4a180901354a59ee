import subprocess


def revision():
    process = subprocess.run(["git", "rev-parse", "HEAD"], stdout=subprocess.PIPE)
    return process.returncode, process.stdout.decode().strip()
