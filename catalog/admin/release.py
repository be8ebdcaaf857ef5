"""The releases of the datasets: what each changed, the lines it lost, and the button that makes it live."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog import publication
from catalog.admin.confirmed import Act, confirmed
from catalog.admin.readonly import ReadOnlyAdmin
from catalog.models import Release
from catalog.registry import DatasetDefinition
from imt.templatetags.portal import number

COUNTS = ("read", "out_of_scope", "rejected", "loaded", "added", "changed", "unchanged", "removed")
REJECTIONS_A_PAGE = 50
NOTHING = "—"


@admin.register(Release)
class ReleaseAdmin(ReadOnlyAdmin):
    change_form_template = "admin/catalog/release.html"
    list_display = ("id", "dataset_title", "label", "state", "loaded", "changes", "rejected", "created_at", "kind")
    list_display_links = ("id", "dataset_title")
    list_filter = ("state", "kind", "dataset")
    list_per_page = 50
    fieldsets = (
        (None, {"fields": ("dataset_title", "label", "reference_period", "state", "problem", "published_at")}),
        (gettext_lazy("Source"), {"fields": ("kind", "published_on", "retrieved_at", "embedded", "file_list")}),
        (gettext_lazy("Lines and rows"), {"fields": (COUNTS[:3], COUNTS[3:])}),
        (gettext_lazy("Differences from the release that was live"), {"fields": ("differences",)}),
        (gettext_lazy("Account"), {"fields": ("created_at", "log_lines")}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("dataset")

    def get_urls(self):
        publish = self.admin_site.admin_view(self.publish_view)
        return [path("<int:pk>/publish/", publish, name="catalog_release_publish"), *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        release = self.get_object(request, object_id)
        context = {
            "may_publish": release and is_publishable(release) and request.user.has_perm("catalog.publish_release"),
            "rejections": release and rejections(release, request.GET.get("page")),
        }
        return super().change_view(request, object_id, form_url, context)

    def publish_view(self, request, pk: int):
        """Make a held or superseded release live: publishing and rolling back are the same act.

        In the request: a person waits for the answer, and must be able to roll back while the queue is down. For facts
        it moves a pointer; the longest reference, 57,000 job titles, is merged and indexed again in about five seconds.
        """
        release = get_object_or_404(Release, pk=pk)
        act = Act(
            title=_("Publish release %(number)s: %(dataset)s")
            % {"number": release.pk, "dataset": release.definition.title},
            consequence=consequence(release),
            button=_("Publish"),
            do=lambda: publish(release),
        )
        then = reverse("admin:catalog_release_change", args=[pk])
        return confirmed(self, request, release, act, "catalog.publish_release", then)

    # --- Fields -------------------------------------------------------------------------------------------

    @admin.display(description=gettext_lazy("dataset"), ordering="dataset")
    def dataset_title(self, release):
        return release.definition.title

    @admin.display(description=gettext_lazy("changes"))
    def changes(self, release):
        """Count what was added, changed and removed: "+12 ~3 −0"."""
        return f"+{number(release.added)} ~{number(release.changed)} −{number(release.removed)}"

    @admin.display(description=gettext_lazy("problem"))
    def problem(self, release):
        return release.problem or NOTHING

    @admin.display(description=gettext_lazy("files"))
    def file_list(self, release):
        return render_to_string("admin/catalog/files.html", {"files": release.files})

    @admin.display(description=gettext_lazy("examples"))
    def differences(self, release):
        return render_to_string("admin/catalog/differences.html", {"differences": differences(release)})

    @admin.display(description=gettext_lazy("log"))
    def log_lines(self, release):
        return format_html('<pre class="log">{}</pre>', release.log) if release.log else NOTHING


def is_publishable(release: Release) -> bool:
    return release.state in {Release.State.HELD, Release.State.SUPERSEDED}


def publish(release: Release) -> str:
    publication.publish(release)
    return _("Release %(number)s is live.") % {"number": release.pk}


def consequence(release: Release) -> str:
    """Say what the public will see, and in place of what."""
    live = Release.objects.filter(dataset=release.dataset_id, state=Release.State.LIVE).first()
    if live is None:
        return _("The public will see release %(new)s.") % {"new": known_as(release)}
    sentence = _(
        "The public will see release %(new)s instead of release %(live)s, which stays here and can be published again."
    )
    return sentence % {"new": known_as(release), "live": known_as(live)}


def known_as(release: Release) -> str:
    return f"{release.pk} ({release.label})" if release.label else str(release.pk)


def rejections(release: Release, page: str | None):
    """Return one page of the lines that made no row."""
    return Paginator(release.rejections.all(), REJECTIONS_A_PAGE).get_page(page)


def differences(release: Release) -> list[dict]:
    """Return the kept examples as tables: `heading`, `total`, `columns` and `rows` of (before, after) cells."""
    headings = {"added": _("Added"), "changed": _("Changed"), "removed": _("Removed")}
    return [
        table(release.definition, headings[change], getattr(release, change), release.examples[change])
        for change in headings
        if change in release.examples
    ]


def table(definition: DatasetDefinition, heading: str, total: int, examples: list[dict]) -> dict:
    """Show the columns that any example has, those of the key first."""
    sides = [(example.get("before", {}), example.get("after", {})) for example in examples]
    known = [*definition.key, *(name for name in definition.contract.model_fields if name not in definition.key)]
    columns = [name for name in known if any(side.get(name) not in {None, ""} for pair in sides for side in pair)]
    rows = [[(before.get(column), after.get(column)) for column in columns] for before, after in sides]
    return {"heading": heading, "total": total, "columns": columns, "rows": rows}
