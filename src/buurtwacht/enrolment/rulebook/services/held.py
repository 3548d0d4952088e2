# SPDX-License-Identifier: EUPL-1.2
"""The draft of a group, held until the transaction ends: two coordinators write one after the other."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.models import RuleEdition
from buurtwacht.enrolment.rulebook import queries, rules
from buurtwacht.enrolment.signing.texts import rules_of
from buurtwacht.enrolment.signing.texts.own import OwnRule
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.people.models import Person


class Draft:
    """The draft of a group: as somebody left it, or else made of the rules that hold."""

    def __init__(self, group: WatchGroup) -> None:
        held = WatchGroup.objects.select_for_update(of=("self",)).select_related("organisation")
        self.group = held.get(pk=group.pk)
        self.published = queries.own_rules_of(self.group)
        self.edition = queries.draft_of(self.group) or RuleEdition(group=self.group)
        self.rules = list(queries.working_rules(self.group).rules)

    def place_of(self, key: str) -> int:
        """Where this rule stands. Raises `NotFound` when it stands there no more."""
        found = (place for place, rule in enumerate(self.rules) if rule.key == key)
        place = next(found, None)
        if place is None:
            raise NotFound(_("There is no such rule. Perhaps somebody else has withdrawn it."))
        return place

    def check(self, rule: OwnRule) -> None:
        """Raises `DomainError` for a rule that cannot stand in the list."""
        language = self.published.language
        core = [point.lead for point in rules_of(self.group, language) if not point.is_own]
        own = [other.point(language).lead for other in self.rules if other.key != rule.key]
        if refusal := rules.refusal_of(rule.wordings, [*core, *own], language):
            raise DomainError(refusal)

    def keep(self, rules_now: Sequence[OwnRule], *, by: Person) -> RuleEdition:
        """These are the rules of the draft from now on. One that says nothing new is no draft any more."""
        if tuple(rules_now) == self.published.rules:
            RuleEdition.objects.filter(pk=self.edition.pk).delete()
            return self.edition
        self.edition.rules = [rule.kept() for rule in rules_now]
        self.edition.changed_by, self.edition.changed_at = by, timezone.now()
        self.edition.save()
        return self.edition
