"""Runs the tests of the package, then the program."""
import unittest

from keeper import client
import client_tests

suite = unittest.defaultTestLoader.loadTestsFromModule(client_tests)
outcome = unittest.TestResult()
suite.run(outcome)
print("tests", outcome.testsRun, len(outcome.failures), len(outcome.errors))
print("alive", client.alive(client.connect()))
