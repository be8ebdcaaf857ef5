"""The named selections of occupations that do not read their own table: fields, regulation, demand, workforce."""

from catalog.models import ReferenceQuerySet


class SelectionQuerySet(ReferenceQuerySet):
    """Each selection is a condition on other tables, met through their foreign keys; none repeats a row."""

    def in_field(self, code: str):
        """Return the occupations of a field of interest."""
        return self.related_by(fields_of_interest__field=code, fields_of_interest__retired_on=None)

    def in_grouping(self, code: str):
        """Return the occupations of which a main sector of activity belongs to one of the 41 groupings."""
        return self.related_by(industries__industry__grouping=code, industries__retired_on=None)

    def regulated(self):
        """Return the occupations that have a professional order or a licence, for all of their jobs or some."""
        return self.related_by(regulations__isnull=False, regulations__retired_on=None)

    def ict(self):
        return self.related_by(ict__isnull=False, ict__retired_on=None)

    def in_demand(self, region: str):
        """Return the occupations in demand now in a region (its code), or in Québec where its own is not published."""
        return self.with_demand(region).filter(in_demand_now=True)

    def non_traditional(self):
        """Return the occupations where women hold fewer than one job in three."""
        from occupations.models.workforce import Workforce  # which itself needs this module

        return self.filter(pk__in=Workforce.objects.live().filter(non_traditional=True).values("unit_group"))

    def related_by(self, **conditions):
        return self.filter(pk__in=self.model.objects.filter(**conditions).values("pk"))
