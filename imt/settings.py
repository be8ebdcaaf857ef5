"""Settings: one typed table of environment variables, then what follows from it.

`.env.example` explains each variable to an operator. Without `DATABASE_URL` or `REDIS_URL` the portal uses
the embedded servers of `imt.embedded` in `var/`.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from redis.backoff import NoBackoff
from redis.retry import Retry
from whitenoise.compress import Compressor

from imt import embedded
from imt.version import code_version

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env(
    DEBUG=(bool, False),
    SECRET_KEY=(str, ""),
    ALLOWED_HOSTS=(list, ["localhost", "127.0.0.1", "[::1]"]),
    CSRF_TRUSTED_ORIGINS=(list, []),
    BEHIND_TLS=(bool, False),
    DATABASE_URL=(str, ""),
    DATABASE_CONN_MAX_AGE=(int, 600),
    REDIS_URL=(str, ""),
    VAR_DIR=(str, str(BASE_DIR / "var")),
    SITE_URL=(str, ""),
    CONTACT_EMAIL=(str, ""),
    EMAIL_URL=(str, ""),
    FETCH_TIMEOUT=(float, 30.0),
    FETCH_MAX_BYTES=(int, 2_000_000_000),
    LOG_LEVEL=(str, "INFO"),
)
environ.Env.read_env(BASE_DIR / ".env")

VAR_DIR = Path(env("VAR_DIR"))
CODE_VERSION = code_version(BASE_DIR)

DEBUG = env("DEBUG")
SECRET_KEY = env("SECRET_KEY") or embedded.secret_key(VAR_DIR)
ALLOWED_HOSTS = env("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env("CSRF_TRUSTED_ORIGINS")
SITE_URL = env("SITE_URL")  # e.g. https://imt.example.org; empty: taken from the request
CONTACT_EMAIL = env("CONTACT_EMAIL")

# Mail comes from CONTACT_EMAIL, and is sent where both are given.
MAIL_IS_SENT = bool(env("EMAIL_URL") and CONTACT_EMAIL)
globals().update(environ.Env.email_url_config(env("EMAIL_URL") or "dummymail://"))
EMAIL_TIMEOUT = 10  # seconds, of which a visitor waits

INSTALLED_APPS = [
    "modeltranslation",  # before admin: it patches the admin's model classes
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "csp",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "imt",
    "catalog",
    "regions",
    "occupations",
    "sectors",
    "training",
    "businesses",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "imt.middleware.open_api",
    "imt.middleware.page_cache",  # before all that a remembered page has been through already
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "imt.middleware.AdminSessions",
    "imt.middleware.Language",
    "imt.middleware.read_only",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "imt.middleware.AdminAuthentication",
    "imt.middleware.AdminMessages",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "imt.urls"
WSGI_APPLICATION = "imt.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "imt.context_processors.portal",
            ],
            "builtins": ["imt.templatetags.portal"],
        },
    }
]

# --- Services -----------------------------------------------------------------------------------------------

# Which servers are the embedded ones: what `imt.embedded.running` takes.
EMBEDDED = {"postgres": not env("DATABASE_URL"), "redis": not env("REDIS_URL")}

DATABASES = {"default": environ.Env.db_url_config(env("DATABASE_URL") or embedded.database_url(VAR_DIR))}
DATABASES["default"] |= {
    "CONN_MAX_AGE": env("DATABASE_CONN_MAX_AGE"),
    "CONN_HEALTH_CHECKS": True,
    "OPTIONS": {"connect_timeout": 5},  # seconds; then the page that says so, rather than a browser that waits
    "TEST": {"NAME": "test_imt"},
}

REDIS_URL = env("REDIS_URL") or embedded.redis_url(VAR_DIR)
CACHES = {
    "default": {
        "BACKEND": "imt.cache.ForgivingRedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "imt",
        "TIMEOUT": 86_400,
        # Without retries: redis-py 8 tries for some four seconds, while a page can do without its cache.
        "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 1.0, "retry": Retry(NoBackoff(), 0)},
    }
}

CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://")
CELERY_TASK_IGNORE_RESULT = True  # the Release row is the result
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 3 * 3600
CELERY_TASK_DEFAULT_QUEUE = "imt"
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Above the time limit: with acks_late a longer task would otherwise be delivered, and run, twice.
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": CELERY_TASK_TIME_LIMIT + 3600}
CELERY_TIMEZONE = "America/Toronto"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")  # when each entry ran last

# --- Languages ----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
MODELTRANSLATION_DEFAULT_LANGUAGE = "fr"
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": ("fr", "en"), "en": ("fr",)}
FORMAT_MODULE_PATH = ["imt.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "America/Toronto"

# --- Static files -------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
DESIGN_SYSTEM = BASE_DIR / "node_modules" / "qc-trousse-sdg" / "dist"
if DESIGN_SYSTEM.is_dir():
    STATICFILES_DIRS += [("qc/css", DESIGN_SYSTEM / "css"), ("qc/fonts", DESIGN_SYSTEM / "fonts")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Source maps are only for a developer's tools; compressing them would double the time of `collectstatic`.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [*Compressor.SKIP_COMPRESS_EXTENSIONS, "map"]

# --- Security -----------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "imt.errors.csrf_failure"
if env("BEHIND_TLS"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 31_536_000
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# --- API ----------------------------------------------------------------------------------------------------

# No throttle: answers are cached by address, and a limit per visitor belongs to the proxy in front, which sees them.
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PAGINATION_CLASS": "imt.api.Pages",
    "DEFAULT_FILTER_BACKENDS": ["imt.api.Filters"],
    "EXCEPTION_HANDLER": "imt.api.problem_answer",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "PAGE_SIZE": 50,
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": _("LMI Portal API"),
    "DESCRIPTION": _(
        "Open labour market information for Québec: occupations, wages, outlooks, and the release that each figure "
        "comes from. To be read only, without a key. Texts come in both languages; codes are texts; a figure that is "
        "not published is null, with the reason."
    ),
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": ["drf_spectacular.hooks.postprocess_schema_enums", "imt.api.for_readers"],
    "ENUM_NAME_OVERRIDES": {
        "ConditionEnum": "occupations.models.projection.Condition",
        "EvidenceEnum": "training.models.Evidence",
        "InstitutionKindEnum": "training.models.Institution.Kind",
        "KindEnum": "catalog.models.Kind",
        "TieKindEnum": "training.models.ProgrammeOccupation.Kind",
    },
}

# --- Catalog ------------------------------------------------------------------------------------------------

EMBEDDED_EDITION = BASE_DIR / "data"
ARCHIVE_DIR = VAR_DIR / "archive"  # the files that each release was made from
FETCH_TIMEOUT = env("FETCH_TIMEOUT")
FETCH_MAX_BYTES = env("FETCH_MAX_BYTES")

# When beat looks for a new edition of each dataset that has an address (checked against the registry). Publishers
# revise yearly or slower, the directory of municipalities daily; an early correction is found within days. Never
# between 2 and 3 on a Sunday: that hour is missing or comes twice when clocks change.
REFRESH_SCHEDULE = {
    "rcms": {"day_of_week": "sun", "hour": 4, "minute": 0},
    "municipalities": {"day_of_week": "sun", "hour": 4, "minute": 10},
    "noc-2016": {"day_of_month": 1, "hour": 4, "minute": 20},
    "naics": {"day_of_month": 1, "hour": 4, "minute": 50},
    "industry-employment": {"day_of_week": "sat", "hour": 4, "minute": 0},
    "industry-earnings": {"day_of_week": "sat", "hour": 4, "minute": 30},
    "cops": {"day_of_week": "sun", "hour": 4, "minute": 30},
    "wages": {"hour": 4, "minute": 40},
}

# --- Logs ---------------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL")},
}
