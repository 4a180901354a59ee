import unittest

import keeper_tests

suite = unittest.defaultTestLoader.loadTestsFromModule(keeper_tests)
result = unittest.TestResult()
suite.run(result)
print("%d run, %d wrong" % (result.testsRun, len(result.failures) + len(result.errors)))
