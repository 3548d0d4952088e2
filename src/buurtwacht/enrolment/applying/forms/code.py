# SPDX-License-Identifier: EUPL-1.2
from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.enrolment.codes import DIGITS, digits_of


class CodeForm(forms.Form):
    """The code from the mail or from the text message."""

    code = forms.CharField(
        label=_("Code"),
        help_text=_("Six digits. Spaces do not matter."),
        max_length=40,
        error_messages={"required": _("Type the six digits of the code.")},
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "autocapitalize": "off"}
        ),
    )

    def clean_code(self) -> str:
        code = digits_of(self.cleaned_data["code"])
        if len(code) != DIGITS or not code.isdigit():
            raise forms.ValidationError(_("Type the six digits of the code."), "code")
        return code
