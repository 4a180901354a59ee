# -*- coding: utf-8 -*-
# no use in asking again
FATAL = (4100, 4101, 4102, 4103, 4104, 4105, 4106, 4110, 4300, 5000)
# ask again later
TEMPORARY = frozenset([4400, 5100, 6000, 6200])
