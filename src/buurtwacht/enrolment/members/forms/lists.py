# SPDX-License-Identifier: EUPL-1.2
from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.enrolment.members.rules import check_size


class UploadForm(forms.Form):
    """The file with the list."""

    file = forms.FileField(
        label=_("The file with your list"),
        help_text=_("A CSV file from a spreadsheet, or the contacts of a phone (vCard, .vcf)."),
        allow_empty_file=True,
        error_messages={"required": _("Choose the file with the list.")},
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.vcf,.vcard,text/csv,text/vcard"}),
    )

    def read(self) -> bytes:
        """What is in it. Raises `DomainError` for too much, before any of it is in memory."""
        file = self.cleaned_data["file"]
        check_size(file.size or 0)
        return bytes(file.read())
