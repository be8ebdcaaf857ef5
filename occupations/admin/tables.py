"""A look at what the occupations' datasets hold; they are changed by a refresh, never by hand."""

from django.contrib import admin

from catalog.admin import ReadOnlyAdmin
from occupations.models import (
    Characteristic,
    Descriptor,
    FieldOfInterest,
    FormerCode,
    IctOccupation,
    InDemand,
    JobTitle,
    NocGroup,
    OccupationField,
    Outlook,
    Projection,
    Regulation,
    RegulatoryBody,
    SearchTerm,
    Wage,
    Workforce,
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


@admin.register(InDemand)
class InDemandAdmin(FigureAdmin):
    list_display = ("unit_group", "region", "in_demand", "release")


@admin.register(Workforce)
class WorkforceAdmin(ReadOnlyAdmin):
    list_display = ("unit_group", "employed", "women", "men", "full_time", "part_time", "non_traditional", "release")
    list_filter = ("release__state", "non_traditional")
    list_select_related = ("release", "unit_group")
    search_fields = ("=unit_group__code",)


@admin.register(FieldOfInterest)
class FieldOfInterestAdmin(ReadOnlyAdmin):
    list_display = ("code", "name_fr", "name_en", "retired_on")
    fields = ("code", "name_fr", "name_en", "retired_on")


@admin.register(OccupationField)
class OccupationFieldAdmin(ReadOnlyAdmin):
    list_display = ("unit_group", "field", "rank", "retired_on")
    list_filter = ("field",)
    list_select_related = ("unit_group", "field")
    search_fields = ("=unit_group__code",)


@admin.register(IctOccupation)
class IctOccupationAdmin(ReadOnlyAdmin):
    list_display = ("unit_group", "retired_on")
    list_select_related = ("unit_group",)


@admin.register(RegulatoryBody)
class RegulatoryBodyAdmin(ReadOnlyAdmin):
    list_display = ("code", "name_fr", "name_en", "is_order", "website", "retired_on")
    list_filter = ("is_order",)
    search_fields = ("code", "name_fr")
    fields = ("code", "name_fr", "name_en", "is_order", "website", "retired_on")


@admin.register(Regulation)
class RegulationAdmin(ReadOnlyAdmin):
    list_display = ("unit_group", "body", "title_fr", "title_en", "kind", "covers_all", "evidence", "retired_on")
    list_filter = ("kind", "evidence", "body")
    list_select_related = ("unit_group", "body")
    search_fields = ("=unit_group__code", "title_fr", "title_en")
    fields = ("unit_group", "body", "title_fr", "title_en", "kind", "covers_all", "evidence", "retired_on")
