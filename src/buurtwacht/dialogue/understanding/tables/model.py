# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Mapping
from dataclasses import dataclass

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The words of one language, plain: small letters, no accents. Each is a piece of a regular expression.

    Those under "the whole message" are compared with the whole of it, or with its beginning where it says so.
    """

    # The whole message
    leave: Words
    stop: Words
    cancel: Words
    come_back: Words
    report: Words  # or how it begins
    share: Words
    change: Words
    help: Words
    yes: Words  # or how it begins
    only_yes: Words  # a whole yes, beside those
    agreeing: Words  # of these, what says "all right" and not "that is so"
    no: Words  # or how it begins
    unknown: Words
    skip: Words
    seen: Words
    close: Words
    greetings: Words
    thanks: Words
    correction: Words  # only how it begins
    # Anywhere
    called: Words  # that somebody did call
    unsure: Words  # what makes of it that perhaps nobody did
    not_yet: Words
    doubt: Words
    watching: Words
    two: Words
    cannot: Words
    police: Words
    false_alarm: Words
    now: Words
    just_gone: Words
    gone: Words
    weapon: Words
    wounded: Words
    behaviours: Mapping[str, Words]
    streets: Words  # how names of streets look
    landmarks: Words
    at: Words  # what stands before a place
    direction: Words
    man: Words
    woman: Words
    ages: Mapping[str, Words]
    years: str  # "30 jaar", with the number as the first group
    builds: Mapping[str, Words]
    colours: Words
    adjectives: Words
    clothing: Words
    carried: Words
    face: Words
    hair: Words
    vehicles: Mapping[str, Words]
    plate: Words
    filler: Words  # small words that say nothing by themselves
    ordinary: Words = ()  # never a mistyped other word
    no_streets: Words = ()  # what looks like the name of a street and is none
    endings: Words = ()  # clothes that other words are glued to: "regenjas"
    colour_after: bool = False  # "veste noire"
