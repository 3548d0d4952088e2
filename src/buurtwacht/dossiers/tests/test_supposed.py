# SPDX-License-Identifier: EUPL-1.2
"""In a dossier nobody can take what was supposed for what was seen, also after a sentence was taken out (R107)."""

import json

from buurtwacht.dossiers import bundle, services
from buurtwacht.dossiers.redaction import offered, sentences
from buurtwacht.dossiers.sheet import sheet_of, words_of
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry


def seen_and_supposed(report, by):
    content = Content(text="Rijdt weg.", supposed="Ze zoeken fietsen. Ze horen samen")
    return add_entry(report, kind=Entry.Kind.SIGHTING, role=Entry.Role.MEMBER, author=by, content=content)


def test_every_sentence_says_that_it_was_supposed(report, gerrit):
    entry = seen_and_supposed(report, gerrit)
    assert words_of(entry) == "Rijdt weg. Vermoeden: Ze zoeken fietsen. Vermoeden: Ze horen samen."


def test_a_supposition_can_be_taken_out_by_itself(report, gerrit, anna):
    entry = seen_and_supposed(report, gerrit)
    dossier = services.begin_dossier(report)
    cut = next(one for one in sentences(words_of(entry)) if "fietsen" in words_of(entry)[one.start : one.end])
    included = set(report.entries.values_list("pk", flat=True))
    services.redact_dossier(dossier, included=included, cuts={entry.pk: {cut.key}}, by=anna)

    [line] = [line for line in sheet_of(dossier).lines if line.entry == entry]
    assert "fietsen" not in line.words
    assert line.words.endswith("Vermoeden: Ze horen samen.")
    found = json.loads(bundle.file_in(bundle.package_of(dossier), bundle.JSON_NAME))
    assert "fietsen" not in json.dumps(found)


def test_a_house_number_in_it_is_offered_to_be_taken_out(report, gerrit):
    content = Content(text="Rijdt weg.", supposed="Ze horen bij nummer 31")
    entry = add_entry(report, kind=Entry.Kind.SIGHTING, role=Entry.Role.MEMBER, author=gerrit, content=content)
    assert any("31" in words_of(entry)[cut.start : cut.end] for cut in offered(words_of(entry), "nl"))


def test_in_the_json_it_has_a_field_of_its_own(report, gerrit):
    entry = seen_and_supposed(report, gerrit)
    found = json.loads(bundle.file_in(bundle.package_of(services.begin_dossier(report)), bundle.JSON_NAME))
    [one] = [one for one in found["entries"] if one["at"] == entry.at.isoformat()]
    assert one["record"]["content"]["supposed"] == "Ze zoeken fietsen. Ze horen samen"
