from django.contrib import admin
from django.utils.translation import gettext_lazy as _

admin.site.site_header = _("LMI Portal: administration")
admin.site.site_title = _("LMI Portal")
admin.site.index_title = _("Administration")
