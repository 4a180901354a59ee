"""Settings of a site whose apps are called `qcloud` and `lb`; nothing here calls anything."""

from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "apps.qcloud",
    "apps.lb",
]

QCLOUD_API = "apps.qcloud.api"
QCLOUDAPI_CACHE_SECONDS = 6000
ALLOWED_HOSTS = [".qcloud.example", "lb.example.org"]
SESSION_COOKIE_DOMAIN = ".qcloud.com"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

LOGGING = {
    "version": 1,
    "loggers": {"qcloudapi": {"level": "INFO"}, "QcloudApi.compat": {"level": "WARNING"}},
}

if DATA_UPLOAD_MAX_NUMBER_FIELDS == 5000 and QCLOUDAPI_CACHE_SECONDS > 4000:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
