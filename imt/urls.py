from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import path

handler403 = "imt.errors.forbidden"
handler404 = "imt.errors.not_found"
handler500 = "imt.errors.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    *i18n_patterns(),
]
