from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class CatalogConfig(AppConfig):
    name = "catalog"
    verbose_name = _("Sources and releases")

    def ready(self):
        autodiscover_modules("datasets")
        from catalog import schedule  # noqa: F401  registers its check
