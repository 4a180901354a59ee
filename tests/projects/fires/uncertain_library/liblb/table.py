QUOTA = 4400  # expect: CLB103 4400
MISSING = 5000  # expect: CLB103 5000 likely
