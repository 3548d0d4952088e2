# SPDX-License-Identifier: EUPL-1.2
"""The gate of every entry: nobody shares how somebody looks and nothing else, whatever form it comes from."""

from buurtwacht.lib.errors import DomainError

from .content import Content, read
from .looks import description_in, is_a_sign, refusal_for_looks, words_for
from .models import Report


def refuse_only_looks(report: Report, content: Content, *, is_correction: bool = False) -> None:
    """Raises `DomainError` with what to do instead. What a report has told before counts for what is added to it.

    A correction takes the place of what was told, so for it only the signs count that stay with the report. After the
    end nobody but the coordinator and the police write, and the words that were weighed may be erased by then.
    """
    policy = report.group.policy
    known = is_a_sign(report.behaviours) or report.closed_at is not None
    reason = refusal_for_looks(content, policy, known=known)
    if reason and not is_correction:
        told = [description_in(read(entry)) for entry in report.entries.filter(content__isnull=False)]
        known = known or any(one.behaviour for one in told)
        traits = max((one.traits for one in told), default=0)
        reason = refusal_for_looks(content, policy, known=known, traits=traits)
    if reason:
        raise DomainError(" ".join(words_for(reason, content, known=known)))
