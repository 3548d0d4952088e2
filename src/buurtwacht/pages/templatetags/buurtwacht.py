# SPDX-License-Identifier: EUPL-1.2
"""What every template can use without loading it."""

from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BoundField
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from buurtwacht.lib import clock
from buurtwacht.pages import drawing, fields, saar

register = template.Library()

register.simple_tag(drawing.icon, name="icon")


@register.filter(expects_localtime=True)
def day(moment: datetime | date | None) -> str:
    """ "12 november", with its year when that is not this year: for inside a sentence, and for days without an hour."""
    return clock.day(moment) if moment else ""


@register.filter(expects_localtime=True)
def full_day(moment: datetime | date | None) -> str:
    """ "12 november 2026": for what is kept or printed."""
    return clock.full_day(moment) if moment else ""


@register.filter(expects_localtime=True)
def weekday(moment: datetime | date | None) -> str:
    """ "donderdag 12 november"."""
    return clock.weekday(moment) if moment else ""


@register.simple_tag(takes_context=True)
def when(context: Context, moment: datetime | None, style: str = "when") -> SafeString | str:
    """A moment, told in the zone of the group in the context.

    Styles: `clock` "21:14", `day` "12 november", `when` the one that fits: only the time for something of today.
    """
    if moment is None:
        return ""
    zone = getattr(context.get("group"), "tz", None)
    words = {"clock": clock.clock, "day": clock.day, "when": clock.when}[style](moment, zone)
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(timespec="seconds"), words)


@register.inclusion_tag("pages/_field.html")
def field(bound: BoundField, **attributes: Any) -> dict[str, Any]:
    """One field of a form with its label, its help and its error: `{% field form.street rows=3 %}`."""
    return fields.shown(bound, attributes)


@register.inclusion_tag("pages/_choices.html")
def options(bound: BoundField, wide: bool = False, legend: str = "") -> dict[str, Any]:
    """Radio buttons or tick boxes as large rows. `wide` puts them two by two on a wide screen."""
    return fields.chosen(bound, "option", legend) | {"wide": wide}


@register.inclusion_tag("pages/_choices.html")
def chips(bound: BoundField, legend: str = "") -> dict[str, Any]:
    """Tick boxes or radio buttons as chips."""
    return fields.chosen(bound, "chip", legend)


@register.inclusion_tag("pages/_errors.html")
def errors(*forms: Any) -> dict[str, Any]:
    """The summary on top of a form: every error, linked to its field."""
    return {"errors": fields.summary([form for form in forms if form])}


@register.inclusion_tag("pages/_saar.html", takes_context=True)
def saar_steps(context: Context) -> dict[str, Any]:
    """The four letters of SAAR, with the step in the context marked as the current one."""
    steps = saar.steps(int(context.get("step") or 1), saar.last_letter_in(context))
    back = {name: context.get(name) for name in ("back_url", "back_step", "back_form")}
    return {"steps": steps, "label": saar.label(steps), **back}
