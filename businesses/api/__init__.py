"""The directory of businesses in the API, each with the release that it comes from."""

from businesses.api.views import BusinessViewSet

__all__ = ["BusinessViewSet"]
