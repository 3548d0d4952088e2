# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a line or a file, in a sentence that says what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Words = str | Promise

FILES: dict[str, Words] = {
    "file_empty": gettext_lazy("There are no people in this file. Choose the file with the list."),
    "file_long": gettext_lazy("This list is too long: 6,000 lines at most. Divide it in two."),
    "file_no_columns": gettext_lazy(
        "We do not see a column with mail addresses. Put the names of the columns on the first line, such as "
        "“Voornaam” and “E-mail”."
    ),
    "file_not_text": gettext_lazy(
        "This is no list but a picture, a PDF or something like it. Save the list as CSV, or export your contacts."
    ),
    "file_spreadsheet": gettext_lazy(
        "This is a file of a spreadsheet. Open it there, choose “Save as” and then “CSV”, and bring that file."
    ),
}
LINES: dict[str, Words] = {
    "already_applied": gettext_lazy("this person has been asked or has applied already"),
    "already_member": gettext_lazy("this person takes part already"),
    "card_open": gettext_lazy("this contact is not complete: its end is missing"),
    "columns": gettext_lazy("there are more columns than on the first line"),
    "email_comma": gettext_lazy("there is a comma in the mail address where a dot should be"),
    "email_half": gettext_lazy("a part of the mail address is missing, before or after the @"),
    "email_missing": gettext_lazy("there is no mail address, so we cannot ask this person"),
    "email_no_at": gettext_lazy("the mail address lacks an @"),
    "email_no_dot": gettext_lazy("the end of the mail address is missing, such as .nl"),
    "email_refused": gettext_lazy("this mailbox does not exist any more"),
    "email_space": gettext_lazy("there is a space in the mail address"),
    "email_two": gettext_lazy("there are two mail addresses; leave one"),
    "email_wrong": gettext_lazy("this mail address cannot exist; look at it again"),
    "formula": gettext_lazy("a cell begins with = or another sign by which a spreadsheet starts to calculate"),
    "name_missing": gettext_lazy("there is no first name"),
    "phone_foreign": gettext_lazy("this phone number is of another country; we keep it as it is"),
    "phone_wrong": gettext_lazy("this phone number cannot exist; we leave it out"),
    "quotes": gettext_lazy("there is a quotation mark too many"),
    "signs": gettext_lazy("there are signs that cannot be read; save the list again as “CSV UTF-8”"),
    "street_unknown": gettext_lazy("we do not know this street in the area of the group; the neighbour can correct it"),
}
FIELDS: dict[str, Words] = {
    "first_name": gettext_lazy("First name"),
    "family_name": gettext_lazy("Family name"),
    "email": gettext_lazy("E-mail address"),
    "phone": gettext_lazy("Phone number"),
    "street": gettext_lazy("Street"),
    "house_number": gettext_lazy("House number"),
    "postcode": gettext_lazy("Postcode"),
    "town": gettext_lazy("Town"),
}


def words_for(code: str) -> str:
    """One problem, without the number of its line."""
    name, _colon, detail = code.partition(":")
    if name == "double":
        return _("the same mail address as on line %(line)s; leave one of the two") % {"line": detail}
    if name == "long":
        return _("too long: %(field)s") % {"field": str(FIELDS.get(detail, detail)).lower()}
    return str(LINES.get(name, name))


def kind_in_words(code: str) -> str:
    """A kind of problem, for a list of how often each occurs."""
    if code == "double":
        return _("the same mail address twice")
    return _("something is too long") if code == "long" else words_for(code)


def line_in_words(number: int, codes: list[str], *, is_card: bool = False) -> str:
    """ "Line 14: the mail address lacks an @." """
    told = "; ".join(words_for(code) for code in codes)
    words = _("Contact %(number)s: %(told)s.") if is_card else _("Line %(number)s: %(told)s.")
    return words % {"number": number, "told": told}
