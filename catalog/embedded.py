"""The embedded edition: the facts in `data/` that make a fresh copy useful at once, described by its manifest."""

from dataclasses import fields

import yaml
from django.conf import settings

from catalog.models import Dataset
from catalog.pipeline import Source
from catalog.registry import Edition, registry


def sources() -> dict[str, Source]:
    """Return where each dataset's embedded files are and what they say of themselves, in order of loading."""
    manifest = yaml.safe_load((settings.EMBEDDED_EDITION / "editions.yaml").read_text(encoding="utf-8"))
    words = {field.name for field in fields(Edition)}
    return {
        definition.slug: Source(
            files=tuple(settings.EMBEDDED_EDITION / name for name in manifest[definition.slug]["files"]),
            edition=Edition(**{key: value for key, value in manifest[definition.slug].items() if key in words}),
            embedded=True,
        )
        for definition in registry
        if definition.slug in manifest
    }


def is_wanted(slug: str) -> bool:
    """Whether the embedded edition may replace the live release: never one that an operator loaded."""
    dataset = Dataset.objects.select_related("live_release").filter(slug=slug).first()
    return dataset is None or dataset.live_release is None or dataset.live_release.embedded
