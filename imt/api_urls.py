"""Version 1 of the API: a change that could break a program that reads it makes a version 2 beside it."""

from django.urls import path
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework.routers import DefaultRouter

from businesses.api import BusinessViewSet
from catalog.api import DatasetViewSet, ReleaseViewSet
from occupations.api import OccupationViewSet
from sectors.api import GroupingViewSet, IndustryViewSet
from training.api import InstitutionViewSet, OfferingViewSet, ProgrammeViewSet

app_name = "api"

router = DefaultRouter()
router.include_format_suffixes = False
router.register("occupations", OccupationViewSet, basename="occupation")
router.register("industries", IndustryViewSet, basename="industry")
router.register("groupings", GroupingViewSet, basename="grouping")
router.register("programs", ProgrammeViewSet, basename="programme")
router.register("institutions", InstitutionViewSet, basename="institution")
router.register("offerings", OfferingViewSet, basename="offering")
router.register("businesses", BusinessViewSet, basename="business")
router.register("datasets", DatasetViewSet, basename="dataset")
router.register("releases", ReleaseViewSet, basename="release")

urlpatterns = [*router.urls, path("schema/", SpectacularJSONAPIView.as_view(), name="schema")]
