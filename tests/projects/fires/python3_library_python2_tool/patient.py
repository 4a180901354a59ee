# -*- coding: utf-8 -*-
import sys
import time

import cloudapi


class GivenUp(StandardError):
    def __init__(self, code, text):
        StandardError.__init__(self, text)
        self.code = code


def ask(action, attempts=3L, **more):
    answer = None
    for attempt in xrange(attempts):
        answer = cloudapi.call(action, **more)  # here: passed_on
        if answer['code'] <> 4400:  # expect: CLB101 4400
            return answer
        print >>sys.stderr, 'attempt', attempt, 'of', `attempts`
        time.sleep(1)
    raise GivenUp, (answer['code'], answer['message'])  # expect: CLB104; CLB104  # here: raised
