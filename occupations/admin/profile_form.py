"""The form of an edited profile: one box a part, one item a line, held to the rules of the files."""

import json
import re

from django import forms
from django.core.exceptions import ValidationError as FormError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from catalog.contracts import problem_of
from catalog.problems import MESSAGES
from catalog.texts import NO_BREAK
from occupations.datasets.profile_texts import ProfileRow
from occupations.models import EditedProfile, NocGroup
from occupations.models.plain_profile import PlainTexts

LANGUAGES = {"fr": _("French"), "en": _("English")}
PARTS = {
    "summary": (_("Summary"), _("One or two sentences, 45 words at most.")),
    "duties": (_("Duties"), _("5 to 8 lines, 18 words each at most. A line that ends with a colon names a job.")),
    "workplaces": (_("Workplaces"), _("2 to 5 lines, 10 words each at most, without a full stop.")),
    "conditions": (_("Conditions"), _("2 to 4 sentences, one a line, 18 words each at most.")),
    "requirements": (_("Requirements in Québec"), _("1 to 4 lines, 35 words a sentence at most.")),
    "also_called": (_("Also called"), _("3 to 8 lines.")),
}
NAMES = {language: tuple(f"{part}_{language}" for part in PARTS) for language in LANGUAGES}
RELATED_HELP = _("2 to 5 lines: the code, why in French, why in English, with a bar (|) between them.")


def box(part: str) -> forms.CharField:
    label, help_text = PARTS[part]
    rows = 3 if part == "summary" else 11 if part == "duties" else 5
    return forms.CharField(label=label, help_text=help_text, widget=forms.Textarea({"rows": rows, "cols": 100}))


TextBoxes = type(
    "TextBoxes", (forms.Form,), {f"{part}_{language}": box(part) for language in LANGUAGES for part in PARTS}
)


def typeset(text: str, language: str) -> str:
    """Return a text with the apostrophes and the no-break spaces that keyboards do not give."""
    text = text.replace("'", "’")
    return re.sub(r" (?=[:;?!»])|(?<=«) ", NO_BREAK, text) if language == "fr" else text


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def as_lines(part: str, document: dict) -> str:
    """Return a part of a text as its box shows it."""
    if part == "summary":
        return document[part]
    if part != "duties":
        return "\n".join(document[part])
    groups = [([f"{group['job']}:"] if group["job"] else []) + group["duties"] for group in document["duties"]]
    return "\n".join(line for group in groups for line in group)


def from_lines(part: str, text: str):
    """Return what a box says, in the shape of the contract."""
    if part == "summary":
        return " ".join(lines_of(text))
    if part != "duties":
        return lines_of(text)
    groups = []
    for line in lines_of(text):
        if line.endswith(":"):
            groups.append({"job": line.removesuffix(":").strip(), "duties": []})
        else:
            groups = groups or [{"job": "", "duties": []}]
            groups[-1]["duties"].append(line)
    return groups


class EditedProfileForm(TextBoxes, forms.ModelForm):
    compared = forms.CharField(  # not `related`, which is a column: the form would put the lines in it
        label=_("To compare with"), help_text=RELATED_HELP, widget=forms.Textarea({"rows": 5, "cols": 100})
    )

    class Meta:
        model = EditedProfile
        fields = ("unit_group", "reviewed_on")

    @staticmethod
    def boxes(written: PlainTexts) -> dict[str, str]:
        """Return what the boxes show of a profile."""
        documents = {"fr": written.text_fr, "en": written.text_en}
        shown = {f"{part}_{language}": as_lines(part, documents[language]) for language in LANGUAGES for part in PARTS}
        related = "\n".join(f"{other['code']} | {other['fr']} | {other['en']}" for other in written.related)
        return shown | {"compared": related}

    def __init__(self, *arguments, instance=None, initial=None, **options):
        if instance and instance.text_fr:
            initial = self.boxes(instance)
        super().__init__(*arguments, instance=instance, initial=initial, **options)
        self.initial.setdefault("reviewed_on", timezone.localdate())

    def clean(self):
        super().clean()
        if self.errors:
            return
        said = {f"text_{language}": self.document(language) for language in LANGUAGES}
        code = self.instance.unit_group_id or self.cleaned_data["unit_group"].code
        related = [self.related_line(line) for line in lines_of(self.cleaned_data["compared"])]
        try:
            row = ProfileRow.model_validate({"unit_group_id": code, "related": related, **said})
        except ValidationError as error:
            for each in error.errors(include_url=False):
                self.add_problem(*problem_of(each))
            return
        named = {other["code"] for other in related}
        for unknown in named - set(NocGroup.objects.unit_groups().filter(pk__in=named).values_list("pk", flat=True)):
            self.add_problem("unknown-code", "related", unknown)
        for column in ("text_fr", "text_en", "related"):
            setattr(self.instance, column, json.loads(getattr(row, column)))

    def document(self, language: str) -> dict:
        boxes = {part: typeset(self.cleaned_data[f"{part}_{language}"], language) for part in PARTS}
        return {part: from_lines(part, text) for part, text in boxes.items()}

    @staticmethod
    def related_line(line: str) -> dict:
        code, french, english = ([part.strip() for part in line.split("|")] + ["", ""])[:3]
        return {"code": code, "fr": typeset(french, "fr"), "en": typeset(english, "en")}

    def add_problem(self, code: str, column: str, value: str) -> None:
        """Say beside its box what is wrong with a text: `column` is like `text_fr.duties.0.duties.3`."""
        first, _dot, rest = column.partition(".")
        name = f"{rest.partition('.')[0]}_{first.removeprefix('text_')}" if first.startswith("text_") else "compared"
        message = f"{MESSAGES[code]} [{value}]" if value and not value.startswith("[") else MESSAGES[code]
        self.add_error(name, FormError(message, code=code))
