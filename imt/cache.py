"""The cache on Redis, for which a Redis that is down is an empty cache and not an error."""

import logging

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


def forgiving(method_name: str, answer):
    """Return the cache method that logs a failing Redis and gives `answer(default)` instead."""
    method = getattr(RedisCache, method_name)

    def wrapper(self, *args, **kwargs):
        try:
            return method(self, *args, **kwargs)
        except (RedisError, OSError) as error:
            logger.warning("cache %s: %s", method_name, error)
            return answer(*args, **kwargs)

    wrapper.__name__ = method_name
    return wrapper


class OneClient(RedisCacheClient):
    """Django's, with one client for all calls: to make one took as long as to ask Redis (redis-py 8, November 2026)."""

    def __init__(self, servers, **options):
        super().__init__(servers, **options)
        self._only_client = super().get_client(write=True)

    def get_client(self, key=None, *, write=False):
        return self._only_client


class ForgivingRedisCache(RedisCache):
    def __init__(self, server, params):
        super().__init__(server, params)
        self._class = OneClient

    get = forgiving("get", lambda key, default=None, version=None: default)
    get_many = forgiving("get_many", lambda *args, **kwargs: {})
    set = forgiving("set", lambda *args, **kwargs: None)
    add = forgiving("add", lambda *args, **kwargs: False)
    delete = forgiving("delete", lambda *args, **kwargs: False)
