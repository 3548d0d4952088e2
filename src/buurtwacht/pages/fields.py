# SPDX-License-Identifier: EUPL-1.2
"""Form fields, ready to be shown: label, help, error and control, tied together for those who cannot see them."""

from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm, BoundField, Field
from django.forms.widgets import CheckboxInput, FileInput, Select, Textarea
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

_CLASSES = {
    Select: "utrecht-select",
    Textarea: "utrecht-textarea utrecht-textarea--html-textarea",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the summary on top of a form."""

    target: str  # the id of the control, empty for an error of the whole form
    words: str


def shown(bound: BoundField, attributes: dict[str, Any]) -> dict[str, Any]:
    """What `_field.html` needs. `attributes` go on the control."""
    tied = [f"{bound.auto_id}_help"] if bound.help_text else []
    tied += [f"{bound.auto_id}_error"] if bound.errors else []
    widget = bound.field.widget
    wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
    wanted["aria-describedby"] = " ".join(tied) or None
    if bound.errors:
        wanted["aria-invalid"] = "true"
    if not isinstance(widget, CheckboxInput):
        css = next((css for kind, css in _CLASSES.items() if isinstance(widget, kind)), "")
        css = css or ("bw-file" if isinstance(widget, FileInput) else "utrecht-textbox utrecht-textbox--html-input")
        wanted["class"] = f"{widget.attrs.get('class', '')} {css}".strip()
    control = SafeString(bound.as_widget(attrs={name: value for name, value in wanted.items() if value is not None}))
    return {"field": bound, "control": control, "tick": isinstance(widget, CheckboxInput)}


def chosen(bound: BoundField, look: str, legend: str) -> dict[str, Any]:
    """What `_choices.html` needs to show a field with choices as chips or as rows."""
    return {
        "field": bound,
        "look": look,
        "legend": legend or bound.label,
        "many": bound.field.widget.allow_multiple_selected,
    }


def summary(forms: list[BaseForm]) -> list[Problem]:
    """All that is wrong, in the order of the fields."""
    problems = [Problem("", str(words)) for form in forms for words in form.non_field_errors()]
    for form in forms:
        for bound in form:
            target = bound.id_for_label or bound.auto_id
            problems += [Problem(target, _said(bound, str(words))) for words in bound.errors]
    return problems


def _said(bound: BoundField, words: str) -> str:
    """A sentence of its own; who reads only the summary does not know which field "this" is."""
    return (
        _("Not filled in yet: %(label)s") % {"label": bound.label}
        if words == str(Field.default_error_messages["required"])
        else words
    )
