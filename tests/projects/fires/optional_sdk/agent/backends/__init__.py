from ..conf import settings

if settings.CLOUD == "qcloud":
    from .qcloud import weights
elif settings.CLOUD == "none":
    from .nothing import weights
else:
    raise ImportError("no such cloud: %s" % settings.CLOUD)
