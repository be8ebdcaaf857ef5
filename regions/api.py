from rest_framework import serializers

from imt.api import Text
from regions.models import Region


class RegionSerializer(serializers.ModelSerializer):
    """An administrative region, the whole of Québec (00), or a place of the Labour Force Survey (09-10, 421, 462)."""

    name = Text()

    class Meta:
        model = Region
        fields = ("code", "name")
