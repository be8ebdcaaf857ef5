"""The words for the values of each measure and, where a name alone makes no sentence, for the descriptors.

All are the portal's own: the published files give numbers from the lowest to the highest and no words for them.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from occupations.models import Measure

LEVEL = (
    pgettext_lazy("level", "does not apply"),
    pgettext_lazy("level", "very low"),
    pgettext_lazy("level", "low"),
    pgettext_lazy("level", "medium"),
    pgettext_lazy("level", "high"),
    pgettext_lazy("level", "very high"),
)

# Short labels, by value.
LABELS = dict.fromkeys(Measure, LEVEL) | {
    Measure.KNOWLEDGE: (
        pgettext_lazy("level", "does not apply"),
        pgettext_lazy("level", "basic"),
        pgettext_lazy("level", "good"),
        pgettext_lazy("level", "advanced"),
    ),
    Measure.IMPORTANCE: (
        pgettext_lazy("level", "does not apply"),
        pgettext_lazy("level", "very little"),
        pgettext_lazy("level", "little"),
        pgettext_lazy("level", "fair"),
        pgettext_lazy("level", "great"),
        pgettext_lazy("level", "very great"),
    ),
    Measure.FREQUENCY: (
        pgettext_lazy("level", "never"),
        pgettext_lazy("level", "rarely"),
        pgettext_lazy("level", "sometimes"),
        pgettext_lazy("level", "regularly"),
        pgettext_lazy("level", "often"),
        pgettext_lazy("level", "very often"),
    ),
    Measure.DURATION: (
        pgettext_lazy("level", "never"),
        pgettext_lazy("level", "a small part of the time"),
        pgettext_lazy("level", "less than half the time"),
        pgettext_lazy("level", "about half the time"),
        pgettext_lazy("level", "more than half the time"),
        pgettext_lazy("level", "almost all the time"),
    ),
    Measure.AUTOMATION: (
        pgettext_lazy("level", "does not apply"),
        pgettext_lazy("level", "low"),
        pgettext_lazy("level", "medium"),
        pgettext_lazy("level", "high"),
    ),
    Measure.HOURS: (
        pgettext_lazy("level", "does not apply"),
        pgettext_lazy("level", "short"),
        pgettext_lazy("level", "usual"),
        pgettext_lazy("level", "long"),
    ),
    Measure.SCHEDULE: (
        pgettext_lazy("level", "does not apply"),
        pgettext_lazy("level", "regular"),
        pgettext_lazy("level", "irregular"),
        pgettext_lazy("level", "seasonal"),
    ),
    Measure.INTEREST: (
        pgettext_lazy("level", "not among the three"),
        pgettext_lazy("level", "third"),
        pgettext_lazy("level", "second"),
        pgettext_lazy("level", "first"),
    ),
}

# Whole sentences, by value. Each may use %(name)s, %(of_name)s ("of numeracy") or %(phrase)s, from PHRASES.
SENTENCES = {
    Measure.PROFICIENCY: (
        _("Not needed: %(name)s."),
        _("Calls for a very low level %(of_name)s."),
        _("Calls for a low level %(of_name)s."),
        _("Calls for a medium level %(of_name)s."),
        _("Calls for a high level %(of_name)s."),
        _("Calls for a very high level %(of_name)s."),
    ),
    Measure.COMPLEXITY: (
        _("Not part of the work: %(name)s."),
        _("Involves very simple tasks: %(name)s."),
        _("Involves simple tasks: %(name)s."),
        _("Involves moderately complex tasks: %(name)s."),
        _("Involves complex tasks: %(name)s."),
        _("Involves very complex tasks: %(name)s."),
    ),
    Measure.KNOWLEDGE: (
        _("Not needed: %(name)s."),
        _("Calls for basic knowledge: %(name)s."),
        _("Calls for good knowledge: %(name)s."),
        _("Calls for advanced knowledge: %(name)s."),
    ),
    Measure.FREQUENCY: (
        _("You do not have to %(phrase)s."),
        _("You rarely have to %(phrase)s."),
        _("You sometimes have to %(phrase)s."),
        _("You regularly have to %(phrase)s."),
        _("You often have to %(phrase)s."),
        _("You very often have to %(phrase)s."),
    ),
    Measure.DURATION: (
        _("You do not have to %(phrase)s."),
        _("You have to %(phrase)s a small part of the time."),
        _("You have to %(phrase)s less than half the time."),
        _("You have to %(phrase)s about half the time."),
        _("You have to %(phrase)s more than half the time."),
        _("You have to %(phrase)s almost all the time."),
    ),
    Measure.AUTOMATION: (
        _("The work is not automated."),
        _("The work is little automated."),
        _("The work is partly automated."),
        _("The work is highly automated."),
    ),
    Measure.COMPETITION: (
        _("There is no competition."),
        _("There is very little competition."),
        _("There is little competition."),
        _("There is some competition."),
        _("Competition is strong."),
        _("Competition is very strong."),
    ),
    Measure.CONSEQUENCE: (
        _("A mistake has no consequence."),
        _("A mistake has very slight consequences."),
        _("A mistake has slight consequences."),
        _("A mistake can have fairly serious consequences."),
        _("A mistake can have serious consequences."),
        _("A mistake can have very serious consequences."),
    ),
    Measure.DECISIONS: (
        _("You decide nothing by yourself."),
        _("You decide very few things by yourself."),
        _("You decide few things by yourself."),
        _("You decide some things by yourself."),
        _("You decide many things by yourself."),
        _("You decide almost everything by yourself."),
    ),
    Measure.TASKS: (
        _("The tasks are set for you."),
        _("You have very little freedom to organize your tasks."),
        _("You have little freedom to organize your tasks."),
        _("You have some freedom to organize your tasks."),
        _("You have much freedom to organize your tasks."),
        _("You organize your tasks as you see fit."),
    ),
    Measure.IMPACT: (
        _("Your decisions have no effect on others or on the organization."),
        _("Your decisions have very little effect on others or on the organization."),
        _("Your decisions have little effect on others or on the organization."),
        _("Your decisions have some effect on others or on the organization."),
        _("Your decisions have a great effect on others or on the organization."),
        _("Your decisions have a very great effect on others or on the organization."),
    ),
    Measure.RESPONSIBILITY: (
        _("You are not responsible %(phrase)s."),
        _("You are responsible to a very small extent %(phrase)s."),
        _("You are responsible to a small extent %(phrase)s."),
        _("You are partly responsible %(phrase)s."),
        _("You are largely responsible %(phrase)s."),
        _("You are fully responsible %(phrase)s."),
    ),
    Measure.PROXIMITY: (
        _("You work away from other people."),
        _("You work far from other people."),
        _("You work at some distance from other people."),
        _("You work fairly close to other people."),
        _("You work close to other people."),
        _("You work very close to other people."),
    ),
    Measure.HOURS: (
        _("The length of the work week is not known."),
        _("The work week is shorter than usual."),
        _("The work week has the usual length."),
        _("The work week is longer than usual."),
    ),
    Measure.SCHEDULE: (
        _("The schedule is not known."),
        _("The schedule is regular."),
        _("The schedule is irregular."),
        _("The work is seasonal."),
    ),
    Measure.INTEREST: (
        _("Does not especially suit people who like to %(phrase)s."),
        _("May also suit people who like to %(phrase)s."),
        _("Also suits people who like to %(phrase)s."),
        _("Suits above all people who like to %(phrase)s."),
    ),
}

# Importance has two forms: of an attribute, which has a name only, and of a way of working, which has a phrase.
IMPORTANCE_OF_NAME = (
    _("Not needed: %(name)s."),
    _("Calls for a very small amount %(of_name)s."),
    _("Calls for a small amount %(of_name)s."),
    _("Calls for a fair amount %(of_name)s."),
    _("Calls for a lot %(of_name)s."),
    _("Calls for a great deal %(of_name)s."),
)
IMPORTANCE_OF_PHRASE = (
    _("It is not necessary %(phrase)s."),
    _("It is of very little importance %(phrase)s."),
    _("It is of little importance %(phrase)s."),
    _("It is fairly important %(phrase)s."),
    _("It is very important %(phrase)s."),
    _("It is essential %(phrase)s."),
)

# What is said instead of a name that does not follow "a high level of".
NAMES = {
    "A01a01": _("information ordering"),
    "A01b01": _("numerical ability"),
    "A01c02": _("multitasking"),
    "A03c01": _("quickness of reaction"),
    "F03a03": _("machine setting and assembly"),
    "F03a07": _("repairing"),
    "F05a02": _("instructing"),
}

PHRASES = {
    "C01a01": _("work with their hands, with tools or machines, or outdoors"),
    "C01a02": _("observe, understand and solve problems"),
    "C01a03": _("create and express themselves freely"),
    "C01a04": _("help, teach and work with other people"),
    "C01a05": _("lead, persuade and launch projects"),
    "C01a06": _("follow clear methods, organize and keep things in order"),
    "J01a03": _("make decisions that matter to others"),
    "J01b02": _("to work with precision"),
    "J01b04": _("to be able to repeat the same tasks"),
    "J01c01": _("to keep pace with machines"),
    "J01c02": _("work under pressure or to tight deadlines"),
    "J01c02-importance": _("to bear pressure and deadlines"),
    "J02a04": _("work where accidents can happen, for example near high voltage or explosives"),
    "J02a05": _("work near dangerous machines or tools"),
    "J02a06": _("work at heights"),
    "J02a07": _("be exposed to radiation"),
    "J02a08": _("work in a cramped space or an awkward position"),
    "J02a09": _("risk small burns, cuts or bites"),
    "J02b01": _("work in a closed vehicle"),
    "J02b02": _("work in an open vehicle, such as a tractor"),
    "J02b03": _("work indoors, with heating or air conditioning"),
    "J02b04": _("work indoors, without heating or air conditioning"),
    "J02b05": _("work outdoors in all weather"),
    "J02b06": _("work outdoors under cover"),
    "J02c01": _("be exposed to bacteria, viruses or moulds"),
    "J02c02": _("be exposed to dangerous chemicals, gases or dust"),
    "J02c03": _("put up with vibrations"),
    "J02c04": _("work in noise"),
    "J02c05": _("work in very bright or poor light"),
    "J02c06": _("work in great heat or great cold"),
    "J02d01": _("wear special safety equipment, such as a harness or a respirator"),
    "J02d02": _("wear ordinary safety equipment, such as gloves or a hard hat"),
    "J03a01": _("bend or twist"),
    "J03a02": _("climb ladders or scaffolds"),
    "J03a05": _("handle things"),
    "J03a06": _("keep your balance"),
    "J03a08": _("repeat the same movements"),
    "J03a09": _("sit"),
    "J03a10": _("stand"),
    "J03a11": _("walk or run"),
    "J04a01": _("deal with conflicts"),
    "J04a02": _("be in contact with other people"),
    "J04a03": _("to guide or direct co-workers"),
    "J04a04": _("to deal with clients or the public"),
    "J04a05": _("work in a team"),
    "J04a05-importance": _("to work well in a team"),
    "J04a06": _("deal with violent people"),
    "J04a07": _("deal with angry or unpleasant people"),
    "J04b01": _("use e-mail"),
    "J04b02": _("talk with people face to face"),
    "J04b03": _("write letters, reports or other texts"),
    "J04b04": _("speak in public"),
    "J04b05": _("use the telephone or a radio"),
    "J04c01": _("for the results of other people’s work"),
    "J04c02": _("for the health and safety of others"),
}
