from modeltranslation.translator import TranslationOptions, register

from occupations.models import (
    Descriptor,
    FieldOfInterest,
    FormerCode,
    NocGroup,
    OutlookLevel,
    Regulation,
    RegulatoryBody,
)


@register(NocGroup)
class NocGroupTranslation(TranslationOptions):
    fields = ("name", "definition")


@register(FormerCode)
class FormerCodeTranslation(TranslationOptions):
    fields = ("former_name",)


@register(OutlookLevel)
class OutlookLevelTranslation(TranslationOptions):
    fields = ("label", "sentence")


@register(FieldOfInterest)
class FieldOfInterestTranslation(TranslationOptions):
    fields = ("name",)


@register(RegulatoryBody)
class RegulatoryBodyTranslation(TranslationOptions):
    fields = ("name",)


@register(Regulation)
class RegulationTranslation(TranslationOptions):
    fields = ("title",)


@register(Descriptor)
class DescriptorTranslation(TranslationOptions):
    fields = ("name",)
