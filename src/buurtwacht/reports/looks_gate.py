# SPDX-License-Identifier: EUPL-1.2
"""The gate of every entry: nobody shares how somebody looks and nothing else, whatever form it comes from."""

from buurtwacht.lib.errors import DomainError

from .content import Content, read
from .left_out import fit_at_once
from .looks import description_in, is_a_sign, refusal_for_looks, words_for
from .models import Behaviour, Report


def let_through(report: Report, content: Content, *, is_correction: bool = False) -> Content:
    """The content as it may be shared. What a report has told before counts for what is added to it.

    Where there is danger nothing waits: skin colour that comes too early is left out. Otherwise raises `DomainError`
    with what to do instead.

    A correction takes the place of what was told, so for it only the signs count that stay with the report. After the
    end nobody but the coordinator and the police write, and the words that were weighed may be erased by then.
    """
    policy = report.group.policy
    known = is_a_sign(report.behaviours) or report.closed_at is not None
    traits, danger = 0, Behaviour.VIOLENCE.value in report.behaviours
    if refusal_for_looks(content, policy, known=known) and not is_correction:
        before = [read(entry) for entry in report.entries.filter(content__isnull=False)]
        told = [description_in(one) for one in before]
        known = known or any(one.behaviour for one in told)
        traits = max((one.traits for one in told), default=0)
        danger = danger or any(one.danger for one in before)
    content = fit_at_once(content, policy, danger=danger, known=known, traits=traits).content
    if reason := refusal_for_looks(content, policy, known=known, traits=traits):
        raise DomainError(" ".join(words_for(reason, content, known=known)))
    return content
