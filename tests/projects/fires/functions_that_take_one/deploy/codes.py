PERMISSION = [4101, 4102, 4103]  # expect: CLB103 4101 4102 4103
THROTTLED = 4400  # expect: CLB103 4400
TEXTS = {  # expect: CLB103 4100 4101 4110
    4100: "signature",
    4101: "no right",
    4110: "CAM",
}
