# SPDX-License-Identifier: EUPL-1.2
"""House rules about how members behave. English words; translated when they are shown."""

from django.utils.translation import gettext_noop as _

from .model import Point

_HURT = _("No thing is worth getting hurt for.")
_RIGHTS = _("Whoever is in a photo has rights too.")
_PLATE = _("A number plate says who somebody is.")

POINTS = (
    Point(
        "photo_group",
        _("I share a photo only for the description."),
        _("Of a person or a vehicle that the report is about, and of nothing else."),
        _RIGHTS,
    ),
    Point(
        "photo_of_value",
        _("I share a photo only if it adds something."),
        _("Only for the description, and only when words are not enough."),
        _RIGHTS,
    ),
    Point(
        "photo_released",
        _("The coordinator looks at a photo first."),
        _("After that it may go to the neighbours, for the description only."),
        _RIGHTS,
    ),
    Point("photo_police", _("Photos are for the police."), _("Neighbours do not get to see them."), _RIGHTS),
    Point("photo_never", _("I share no photos."), _("Not of people, and not of vehicles."), _RIGHTS),
    Point("plate_group", _("I pass a number plate on with care."), _("In a report, and nowhere else."), _PLATE),
    Point("plate_police", _("Number plates are for the police."), _("Neighbours do not get to see them."), _PLATE),
    Point("plate_never", _("I share no number plates."), _("I tell them to the police when I call."), _PLATE),
    Point(
        "words",
        _("I watch my words."),
        _("I do not swear, insult, discriminate or accuse."),
        _("Words can do harm, and somebody may be innocent."),
    ),
    Point(
        "no_judge",
        _("I do not play the police."),
        _("I am no judge and I keep to the law. Investigating is for the police."),
        _("Somebody may be innocent, and you can get hurt."),
    ),
    Point(
        "no_judge_driving",
        _("I do not play the police."),
        _("I am no judge and I keep to the law. So I do not hold a phone while I drive either."),
        _("Somebody may be innocent, and you can get hurt."),
    ),
    Point(
        "no_patrol",
        _("I do not patrol."),
        _("I follow nobody and I stop nobody."),
        _("The law leaves that to the police."),
    ),
    Point(
        "no_politics",
        _("I stay a neighbour like any other."),
        _("I have no special powers, and the group does no party politics."),
        _("The group is there for everybody who lives or works here."),
    ),
    Point(
        "purpose",
        _("I use the group for safety only."),
        _("Not for talk, private messages or invitations."),
        _("Otherwise nobody looks any more when it matters."),
    ),
    Point(
        "no_discussion",
        _("I start no discussion."),
        _("A question goes to the coordinator."),
        _("Otherwise nobody looks any more when it matters."),
    ),
    Point(
        "keep_here",
        _("I keep it here."),
        _("What I read here I make public nowhere, and not on social media either."),
        _("It is about people, and it may turn out differently."),
    ),
    Point(
        "keep_here_law",
        _("I keep it here."),
        _("What I read here I make public nowhere. The privacy law (GDPR) asks that too."),
        _("It is about people, and it may turn out differently."),
    ),
    Point(
        "privacy",
        _("I am careful with data about others."),
        _(
            "The privacy law (GDPR) holds for photos and for data about people. "
            "The police and the municipality keep to it, and expect that of me too."
        ),
        _("It is about people, and it may turn out differently."),
    ),
    Point(
        "secrecy",
        _("I keep my professional secrecy."),
        _("Do I work for the police or an emergency service? Then the rules of my service come first."),
        _("What you know from your work stays there."),
    ),
    Point(
        "if_safe",
        _("I react only if it is safe."),
        _("I let notice that somebody is seen. I take no risk."),
        _HURT,
    ),
    Point(
        "at_least_two",
        _("I react only if it is safe."),
        _("I speak to somebody only with at least two of us, and calmly."),
        _HURT,
    ),
    Point(
        "company",
        _("I react only if it is safe."),
        _("I go outside and have a word. If I would rather not go alone, I ask somebody along."),
        _HURT,
    ),
    Point("friendly", _("I react only if it is safe."), _("I switch on the light, or ask a friendly question."), _HURT),
    Point("register_only", _("I go up to nobody."), _("I note down what I see."), _HURT),
    Point("from_home", _("I stay near my home."), _("I switch on the light and let myself be seen."), _HURT),
)
