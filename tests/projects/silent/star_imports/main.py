from both import *  # noqa: F403
import only_new

print(full(), exhausted(), only_new.count())  # noqa: F405
