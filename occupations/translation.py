from modeltranslation.translator import TranslationOptions, register

from occupations.models import FormerCode, NocGroup, OutlookLevel


@register(NocGroup)
class NocGroupTranslation(TranslationOptions):
    fields = ("name", "definition")


@register(FormerCode)
class FormerCodeTranslation(TranslationOptions):
    fields = ("former_name",)


@register(OutlookLevel)
class OutlookLevelTranslation(TranslationOptions):
    fields = ("label", "sentence")
