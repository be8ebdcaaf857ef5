from modeltranslation.translator import TranslationOptions, register

from sectors.models import Grouping, Industry


@register(Industry)
class IndustryTranslation(TranslationOptions):
    fields = ("name", "definition")


@register(Grouping)
class GroupingTranslation(TranslationOptions):
    fields = ("name",)
