"""A look at NAICS, the 41 groupings and the occupations' industries; they are changed by a refresh, never by hand."""

from django.contrib import admin

from catalog.admin import ReadOnlyAdmin
from sectors.models import Grouping, Industry, OccupationIndustry


@admin.register(Industry)
class IndustryAdmin(ReadOnlyAdmin):
    list_display = ("code", "name_fr", "name_en", "level", "grouping", "retired_on")
    list_filter = ("level", "grouping")
    list_select_related = ("grouping",)
    search_fields = ("code", "name_fr", "name_en")
    fields = (
        "code",
        "name_fr",
        "name_en",
        "definition_fr",
        "definition_en",
        "level",
        "parent",
        "grouping",
        "retired_on",
    )


@admin.register(Grouping)
class GroupingAdmin(ReadOnlyAdmin):
    list_display = ("code", "name_fr", "name_en", "retired_on")
    fields = ("code", "name_fr", "name_en", "retired_on")


@admin.register(OccupationIndustry)
class OccupationIndustryAdmin(ReadOnlyAdmin):
    list_display = ("unit_group", "industry", "rank", "retired_on")
    list_filter = ("industry__grouping",)
    list_select_related = ("unit_group", "industry")
    search_fields = ("=unit_group__code", "=industry__code")
