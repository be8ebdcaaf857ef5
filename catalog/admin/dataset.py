"""The datasets: what is live of each, how the newest attempt ended, and the button that looks for a new release."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from kombu.exceptions import OperationalError

from catalog import tasks
from catalog.admin.confirmed import Act, NotDone, confirmed
from catalog.admin.readonly import ReadOnlyAdmin
from catalog.models import Dataset, Release
from catalog.registry import registry


@admin.register(Dataset)
class DatasetAdmin(ReadOnlyAdmin):
    def get_urls(self):
        refresh = self.admin_site.admin_view(self.refresh_view)
        return [path("<slug:slug>/refresh/", refresh, name="catalog_dataset_refresh"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        """List every declared dataset, in the order in which they depend on each other."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = self.admin_site.each_context(request) | {
            "title": self.opts.verbose_name_plural.capitalize(),
            "opts": self.opts,
            "rows": rows(),
            "may_refresh": request.user.has_perm("catalog.refresh_release"),
        }
        return TemplateResponse(request, "admin/catalog/datasets.html", context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Lead to the dataset's releases: what there is to see of it (the log of acts links here)."""
        return HttpResponseRedirect(reverse("admin:catalog_release_changelist") + f"?dataset__slug__exact={object_id}")

    def refresh_view(self, request, slug: str):
        if slug not in registry or not registry[slug].urls:
            raise Http404
        definition = registry[slug]
        act = Act(
            title=_("Look for a new release: %(dataset)s") % {"dataset": definition.title},
            consequence=_(
                "A background task asks the publisher for its file. A new edition is verified, then published; a bad "
                "file changes nothing, and an edition that changes too much waits for your decision."
            ),
            button=_("Look for a new release"),
            do=lambda: ask_for_refresh(slug),
        )
        then = reverse("admin:catalog_dataset_changelist")
        return confirmed(self, request, Dataset(slug=slug), act, "catalog.refresh_release", then)


def rows() -> list[tuple]:
    """Return (definition, live release, newest attempt) of each dataset, with two queries."""
    releases = Release.objects.defer("examples", "log", "files")
    live = {release.dataset_id: release for release in releases.filter(state=Release.State.LIVE)}
    newest = releases.order_by("dataset_id", "-created_at", "-pk").distinct("dataset_id")
    newest = {release.dataset_id: release for release in newest}
    return [(definition, live.get(definition.slug), newest.get(definition.slug)) for definition in registry]


def ask_for_refresh(slug: str) -> str:
    try:
        tasks.refresh.apply_async([slug], retry=False)
    except OperationalError as error:
        raise NotDone(_("Nothing was asked for: the queue (Redis) does not answer. Try again in a moment.")) from error
    return _("The refresh is asked for; its result appears among the releases.")
