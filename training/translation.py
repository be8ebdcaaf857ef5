from modeltranslation.translator import TranslationOptions, register

from training.models import CipClass, Programme, TrainingSector


@register(TrainingSector)
class TrainingSectorTranslation(TranslationOptions):
    fields = ("name",)


@register(CipClass)
class CipClassTranslation(TranslationOptions):
    fields = ("name", "definition")


@register(Programme)
class ProgrammeTranslation(TranslationOptions):
    fields = ("title",)
