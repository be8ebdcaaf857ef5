"""The portal's own texts: those of the files, read only, and what editors write over them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import admin, messages
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin import ReadOnlyAdmin
from catalog.models import DataVersion
from occupations.admin.profile_form import LANGUAGES, NAMES, EditedProfileForm
from occupations.models import EditedProfile, PlainProfile
from occupations.search.edit import index_following


@contextmanager
def public_at_once(codes: list[str]) -> Iterator[None]:
    """Let search and pages change together with what the block writes of the profiles of some unit groups."""
    with transaction.atomic(), index_following(codes):
        yield
        DataVersion.bump()


@admin.register(PlainProfile)
class PlainProfileAdmin(ReadOnlyAdmin):
    list_display = ("unit_group", "reviewed_on", "retired_on", "edit")
    list_filter = ("reviewed_on",)
    list_select_related = ("unit_group__edited_profile",)
    search_fields = ("=unit_group__code", "unit_group__name_fr", "unit_group__name_en")

    @admin.display(description=gettext_lazy("edited profile"))
    def edit(self, profile):
        if hasattr(profile.unit_group, "edited_profile"):
            address, words = reverse("admin:occupations_editedprofile_change", args=[profile.pk]), _("Edited: change")
        else:
            address = reverse("admin:occupations_editedprofile_add") + f"?unit_group={profile.pk}"
            words = _("Edit")
        return format_html('<a href="{}">{}</a>', address, words)


@admin.register(EditedProfile)
class EditedProfileAdmin(admin.ModelAdmin):
    """Starts from the text of the file; Django's own log keeps who changed what and when."""

    form = EditedProfileForm
    list_display = ("unit_group", "reviewed_on")
    list_select_related = ("unit_group",)
    search_fields = ("=unit_group__code", "unit_group__name_fr", "unit_group__name_en")
    fieldsets = (
        (
            None,
            {
                "fields": ("unit_group", "reviewed_on"),
                "description": gettext_lazy(
                    "Pages, search and the API show this text instead of the file's, and no refresh changes it. "
                    "Delete it to return to the file's text."
                ),
            },
        ),
        *((label, {"fields": NAMES[language]}) for language, label in LANGUAGES.items()),
        (gettext_lazy("Both languages"), {"fields": ("compared",)}),
    )

    def add_view(self, request, form_url="", extra_context=None):
        """Begin from a profile: without one, lead to the list of them."""
        code = request.GET.get("unit_group", "")
        if EditedProfile.objects.filter(pk=code).exists():
            return redirect("admin:occupations_editedprofile_change", code)
        if request.method == "GET" and not PlainProfile.objects.current().filter(pk=code).exists():
            messages.info(request, _("Choose the profile to edit."))
            return redirect("admin:occupations_plainprofile_changelist")
        return super().add_view(request, form_url, extra_context)

    def get_changeform_initial_data(self, request):
        profile = PlainProfile.objects.get(pk=request.GET["unit_group"])
        return {"unit_group": profile.pk} | self.form.boxes(profile)

    def formfield_for_foreignkey(self, db_field, request, **options):
        """Offer the one unit group that the form begins from."""
        options["queryset"] = db_field.related_model.objects.filter(pk=request.GET.get("unit_group"))
        return super().formfield_for_foreignkey(db_field, request, **options)

    def get_readonly_fields(self, request, edited=None):
        return ("unit_group",) if edited else ()

    def view_on_site(self, edited):
        return edited.unit_group.get_absolute_url()

    def save_model(self, request, profile, form, change):
        with public_at_once([profile.pk]):
            super().save_model(request, profile, form, change)

    def delete_model(self, request, profile):
        with public_at_once([profile.pk]):
            super().delete_model(request, profile)

    def delete_queryset(self, request, queryset):
        with public_at_once([profile.pk for profile in queryset]):
            super().delete_queryset(request, queryset)
