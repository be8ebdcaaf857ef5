"""A look at what the occupations' datasets hold; they are changed by a refresh, never by hand."""

from django.contrib import admin

from catalog.admin import ReadOnlyAdmin
from occupations.models import (
    Characteristic,
    Descriptor,
    FormerCode,
    JobTitle,
    NocGroup,
    Outlook,
    Projection,
    SearchTerm,
    Wage,
)


@admin.register(NocGroup)
class NocGroupAdmin(ReadOnlyAdmin):
    list_display = ("code", "name_fr", "name_en", "level", "teer", "retired_on")
    list_filter = ("level", "teer")
    search_fields = ("code", "name_fr", "name_en")
    fields = ("code", "name_fr", "name_en", "definition_fr", "definition_en", "level", "teer", "retired_on")


@admin.register(JobTitle)
class JobTitleAdmin(ReadOnlyAdmin):
    list_display = ("title", "language", "unit_group", "is_illustrative", "retired_on")
    list_filter = ("language", "is_illustrative")
    list_select_related = ("unit_group",)
    search_fields = ("title", "unit_group__code")


@admin.register(FormerCode)
class FormerCodeAdmin(ReadOnlyAdmin):
    list_display = ("former_code", "former_name_fr", "former_name_en", "unit_group", "change")
    list_select_related = ("unit_group",)
    search_fields = ("former_code", "unit_group__code")
    fields = ("former_code", "former_name_fr", "former_name_en", "unit_group", "change", "retired_on")


@admin.register(SearchTerm)
class SearchTermAdmin(ReadOnlyAdmin):
    list_display = ("term", "language", "unit_group", "position", "retired_on")
    list_filter = ("language",)
    list_select_related = ("unit_group",)
    search_fields = ("term", "=unit_group__code")


class FigureAdmin(ReadOnlyAdmin):
    """Figures of every release; the live one is a filter away."""

    list_filter = ("release__state", "region")
    list_select_related = ("release", "region", "unit_group")
    search_fields = ("=unit_group__code",)


@admin.register(Wage)
class WageAdmin(FigureAdmin):
    list_display = ("unit_group", "region", "unit", "low", "median", "high", "comment_fr", "release")


@admin.register(Outlook)
class OutlookAdmin(FigureAdmin):
    list_display = ("unit_group", "region", "level", "release")
    list_select_related = (*FigureAdmin.list_select_related, "level")


@admin.register(Projection)
class ProjectionAdmin(ReadOnlyAdmin):
    list_display = ("code", "unit_group", "employment", "job_openings", "job_seekers", "future_conditions", "release")
    list_filter = ("release__state", "future_conditions")
    list_select_related = ("release", "unit_group")
    search_fields = ("=code",)


@admin.register(Descriptor)
class DescriptorAdmin(ReadOnlyAdmin):
    list_display = ("code", "name_fr", "name_en", "measure", "retired_on")
    list_filter = ("measure",)
    search_fields = ("=code", "name_fr", "name_en")
    fields = ("code", "name_fr", "name_en", "measure", "parent", "retired_on")


@admin.register(Characteristic)
class CharacteristicAdmin(ReadOnlyAdmin):
    list_display = ("unit_group", "descriptor", "value", "lowest", "highest", "standing", "release")
    list_filter = ("release__state", "descriptor__measure")
    list_select_related = ("release", "unit_group", "descriptor")
    search_fields = ("=unit_group__code", "=descriptor__code")
