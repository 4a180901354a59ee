class JobList(object):
    """First in, first out; what is put in comes out as it was."""

    def __init__(self):
        self._jobs = []

    def put(self, job):
        self._jobs.append(job)

    def take(self):
        return self._jobs.pop(0)

    def __len__(self):
        return len(self._jobs)
