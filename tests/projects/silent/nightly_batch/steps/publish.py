import os


def publish(run):
    code, _ = run("rsync", "-a", "out/", os.environ["TARGET"], fine=(0, 23, 24))
    status = os.system("sync")
    code = code or os.WEXITSTATUS(status)
    return 6000 if code == 24 else code
