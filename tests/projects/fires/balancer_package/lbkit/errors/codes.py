MISSING = frozenset({5000, 5100})  # expect: CLB103 5000 5100
FORBIDDEN = frozenset({4101, 4102, 4103})  # expect: CLB103 4101 4102 4103
