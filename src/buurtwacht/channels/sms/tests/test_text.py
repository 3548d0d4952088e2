# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtwacht.channels.base import Message
from buurtwacht.channels.contract import LINK, make_message
from buurtwacht.channels.sms.alphabet import in_gsm, written_plainly
from buurtwacht.channels.sms.segments import segments
from buurtwacht.channels.sms.text import MOST, text_of

STORY = "Twee mannen voelen aan achterpoorten in de brandgang. " * 20


class TestAlphabet:
    @pytest.mark.parametrize(
        ("typed", "sent"),
        [
            ("één café in de Lijsterstraat", "één café in de Lijsterstraat"),
            ("ruïne, coördinator, Brünhilde, ça va, Noël", "ruine, coördinator, Brünhilde, ca va, Noel"),
            ("‘brandgang’ – “links”…", "'brandgang' - \"links\"..."),
            ("112\u00a0gebeld\t21:14 ", "112 gebeld 21:14"),
            ("Pas op! 🚨👮🏽‍♀️ 1️⃣", "Pas op! 1"),
            ("Sint-Œdenrode № 5, 20 °C, 5 €, 3½", "Sint-OEdenrode 5, 20 C, 5 €, 31/2"),
            ("a\u200bb\u0301\x00", "ab"),
            ("e\u0301e\u0301n", "één"),
            ("een  \n\n  twee", "een\ntwee"),
            ("C:\\pad ~ [haken] ^`", "C:\\pad ~ [haken] ^'"),
        ],
    )
    def test_a_text_is_written_in_the_alphabet_of_telephones(self, typed, sent):
        assert written_plainly(typed) == sent
        assert in_gsm(sent)

    @pytest.mark.parametrize("text", ["اتصل بالرقم 112", "Позвоните 112, ruïne", "Zażółć α"])
    def test_a_text_that_would_lose_letters_keeps_them_all(self, text):
        assert written_plainly(text) == text
        assert not in_gsm(text)

    @given(st.text(max_size=200))
    def test_it_is_done_once(self, text):
        assert written_plainly(written_plainly(text)) == written_plainly(text)


class TestSegments:
    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("", 1),
            ("a" * 160, 1),
            ("a" * 161, 2),
            ("a" * 306, 2),
            ("a" * 307, 3),
            ("€" * 80, 1),
            ("€" * 81, 2),
            ("a" * 152 + "€" * 10, 2),  # the first euro does not fit in the first, and is not torn apart
            ("a" * 152 + "€" + "a" * 152, 3),
            ("я" * 70, 1),
            ("я" * 71, 2),
            ("я" * 134, 2),
            ("я" * 135, 3),
            ("𐐷" * 35, 1),
            ("𐐷" * 36, 2),
            ("𐐷" * 67, 3),  # 33 in each
        ],
    )
    def test_the_messages_are_counted_as_providers_do(self, text, count):
        assert segments(text) == count


class TestText:
    def test_the_call_comes_first_then_what_happens_then_the_link(self):
        lines = text_of(make_message()).split("\n")
        assert lines[0] == "112 gebeld 21:14. Vogelbuurt"
        assert lines[1].startswith("Bel alleen bij nieuwe informatie.")
        assert lines[2] == LINK

    def test_where_nobody_called_yet_the_number_to_call_comes_first(self):
        asked = make_message(title="Vraag van Bram", language="nl-be", extra={"emergency_number": "101"})
        assert text_of(asked).split("\n")[:2] == ["Direct gevaar? Bel 101.", "Vraag van Bram"]
        said = make_message(title="Vraag", extra={"mail": {"emergency_line": "Bel nu 112."}})
        assert text_of(said).startswith("Bel nu 112.\nVraag\n")

    def test_news_that_is_no_alarm_does_not_tell_anybody_to_call(self):
        notice = make_message(title="Werkgroep", urgency="notice")
        assert text_of(notice).startswith("Werkgroep\n")

    def test_a_code_says_no_more_than_it_must(self, settings):
        settings.SMS_FROM = "Buurtwacht"
        code = Message(title="Buurtwacht", body="482193 is uw code. Geef hem aan niemand.", url="")
        assert text_of(code) == "482193 is uw code. Geef hem aan niemand."

    @pytest.mark.parametrize("urgency", sorted(MOST))
    @pytest.mark.parametrize("story", [STORY, "Позвоните " * 60, "x" * 2000], ids=["gsm", "cyrillic", "one word"])
    def test_a_long_story_is_cut_between_words_and_the_link_stays(self, urgency, story):
        text = text_of(make_message(body=story, urgency=urgency))
        head, *middle, link = text.split("\n")

        assert segments(text) <= MOST[urgency]
        assert link == LINK
        assert head.startswith("112 gebeld 21:14. Vogelbuurt")
        for line in middle:
            assert line.endswith("...")
            assert story.startswith(line.removesuffix("..."))

    def test_as_much_of_the_story_as_fits_is_told(self):
        text = text_of(make_message(body=STORY))
        assert segments(text) == 3
        assert len(text) > 3 * 153 - len(" brandgang.")

    def test_a_title_without_end_leaves_room_for_the_link(self):
        text = text_of(make_message(title="112 " + "woord " * 200))
        assert segments(text) == 3
        assert text.endswith("...\n" + LINK)

    @given(st.text(max_size=600), st.text(max_size=600), st.sampled_from(sorted(MOST)))
    def test_whatever_it_says_it_is_never_longer_than_it_may_be(self, title, body, urgency):
        text = text_of(make_message(title=title, body=body, urgency=urgency))
        assert segments(text) <= MOST[urgency]
        assert text.endswith(LINK)

    def test_what_may_have_arrived_before_says_so(self):
        assert text_of(make_message(maybe_double=True)).startswith("112 gebeld 21:14. Vogelbuurt (misschien dubbel)")

    def test_our_turn_in_a_conversation_goes_as_it_stands(self):
        turn = make_message(said=True, body="Is 112 gebeld?\n\n1  Ja\n2  Nee", extra={"emergency_number": "101"})
        assert text_of(turn) == "Is 112 gebeld?\n1 Ja\n2 Nee"

    @pytest.mark.parametrize("story", [STORY * 2 + "\n1 Ja\n2 Nee", "Позвоните " * 200 + "\n1 Ja\n2 Nee"])
    def test_of_a_turn_that_is_far_too_long_the_choices_stay(self, story):
        text = text_of(make_message(said=True, body=story))
        assert segments(text) <= 6
        assert text.endswith("1 Ja\n2 Nee")

    def test_a_turn_of_one_endless_line_is_cut(self):
        assert segments(text_of(make_message(said=True, body="x" * 3000))) <= 6
