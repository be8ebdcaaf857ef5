from django.utils.translation import gettext_lazy as _

from imt.templatetags.portal import number


def bracket(least: int | None, most: int | None) -> str:
    """Return a bracket of persons in words: "5 to 9", "500 or more", "0"; "" where it is not known."""
    if least is None:
        return ""
    if most == least:
        return number(least)
    if most is None:
        return _("%(least)s or more") % {"least": number(least)}
    return _("%(least)s to %(most)s") % {"least": number(least), "most": number(most)}
