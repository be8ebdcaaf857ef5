"""The portal's settings, with embedded servers of their own in `var/test`: tests run while the portal does."""

import os
from pathlib import Path

os.environ["VAR_DIR"] = str(Path(__file__).resolve().parent.parent / "var" / "test")

from imt.settings import *  # noqa: F403
from imt.settings import CACHES, REDIS_URL, STORAGES

# One of Redis's 16 databases for each parallel worker, so that no test empties the cache of another.
REDIS_DATABASE = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 16
REDIS_URL = f"{REDIS_URL}?db={REDIS_DATABASE}"
CACHES["default"]["LOCATION"] = REDIS_URL
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://").replace("?db=", "?virtual_host=")

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, and nobody's password
# Static files under their own names, as the live server of the browser tests finds them.
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
