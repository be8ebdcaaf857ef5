from modeltranslation.translator import TranslationOptions, register

from sectors.models import FormerIndustry, Grouping, Industry, Organization


@register(Industry)
class IndustryTranslation(TranslationOptions):
    fields = ("name", "definition")


@register(Grouping)
class GroupingTranslation(TranslationOptions):
    fields = ("name",)


@register(Organization)
class OrganizationTranslation(TranslationOptions):
    fields = ("name", "field")


@register(FormerIndustry)
class FormerIndustryTranslation(TranslationOptions):
    fields = ("former_name",)
