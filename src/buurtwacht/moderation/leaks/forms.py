# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.moderation.models import LeakLook


class ReasonForm(forms.Form):
    """Why somebody looks: asked before a name is shown."""

    reason = forms.ChoiceField(
        label=_("What was found?"),
        choices=LeakLook.Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what was found. Then you see names.")},
    )


class MarkForm(ReasonForm):
    """A mark that was read from a picture or a print."""

    mark = forms.CharField(
        label=_("The mark"),
        max_length=40,
        help_text=_("Eight letters and digits with a dash, such as 7A2C-9DFA. Half of it will often do."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Type the mark that you see.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["mark", "reason"])
