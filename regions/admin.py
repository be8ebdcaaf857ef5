"""A look at the geography; it is changed by a refresh, never by hand."""

from django.contrib import admin

from catalog.admin import ReadOnlyAdmin
from regions.models import Municipality, PostalArea, Rcm, Region


@admin.register(Region)
class RegionAdmin(ReadOnlyAdmin):
    list_display = ("code", "name_fr", "name_en", "economic_region", "population", "retired_on")
    fields = ("code", "name_fr", "name_en", "economic_region", "population", "retired_on")


@admin.register(Rcm)
class RcmAdmin(ReadOnlyAdmin):
    list_display = ("code", "name", "region", "population", "retired_on")
    list_filter = ("region",)
    list_select_related = ("region",)
    search_fields = ("code", "name")


@admin.register(Municipality)
class MunicipalityAdmin(ReadOnlyAdmin):
    list_display = ("code", "name", "designation", "region", "rcm", "population", "retired_on")
    list_filter = ("region", "designation")
    list_select_related = ("region", "rcm")
    search_fields = ("code", "name")


@admin.register(PostalArea)
class PostalAreaAdmin(ReadOnlyAdmin):
    list_display = ("fsa", "place", "region", "method", "other_regions")
    list_filter = ("region", "method")
    list_select_related = ("region",)
    search_fields = ("fsa", "place")
