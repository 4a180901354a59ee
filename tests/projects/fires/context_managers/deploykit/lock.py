import fcntl


class Lock:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.file = open("/tmp/%s.lock" % self.name, "w")
        fcntl.flock(self.file, fcntl.LOCK_EX)
        return self.file

    def __exit__(self, *problem):
        self.file.close()
