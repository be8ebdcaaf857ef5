from rest_framework import serializers

from imt.api import Text
from regions.models import Region


class RegionSerializer(serializers.ModelSerializer):
    """An administrative region, or the whole of Québec (00)."""

    name = Text()

    class Meta:
        model = Region
        fields = ("code", "name")
