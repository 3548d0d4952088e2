# SPDX-License-Identifier: EUPL-1.2
"""What somebody wrote, without what they answered and without their signature."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtwacht.channels.email.reading.flowing import unflowed
from buurtwacht.channels.email.reading.opening import opened
from buurtwacht.channels.email.reading.pages import plain
from buurtwacht.channels.email.reading.quotes import own_words
from buurtwacht.channels.email.reading.words import MOST_CHARACTERS, words_of

from .samples import SAMPLES
from .written import written

A_QUICK_ONE = 2.0  # seconds, on a busy machine


@pytest.mark.parametrize(("text", "meant"), [sample[1:] for sample in SAMPLES], ids=[sample[0] for sample in SAMPLES])
def test_only_their_own_words_are_left(text: str, meant: str):
    mail = written(text)
    assert words_of(opened(mail.as_bytes())) == meant


@pytest.mark.parametrize(
    ("page", "meant"),
    [
        (
            '<div dir="ltr">Ja, ik zie hem.</div><br><div class="gmail_quote"><div class="gmail_attr">Op zo 22'
            " nov 2026 schreef x &lt;b@x&gt;:<br></div><blockquote>112 is gebeld</blockquote></div>",
            "Ja, ik zie hem.",
        ),
        (
            "<html><head><title>x</title><style>p{color:red}</style></head><body><p>Hij&nbsp;loopt weg.</p>"
            '<p>Rode jas &amp; pet</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">Van: x</div><p>112</p>',
            "Hij loopt weg.\n\nRode jas & pet",
        ),
        (
            '<p>Oui</p><div class="moz-cite-prefix">Le 22/11, x a écrit :</div><blockquote type="cite">y</blockquote>',
            "Oui",
        ),
        ('<body>Nein<br><br>Von meinem iPhone gesendet<blockquote type="cite">Am x</blockquote>', "Nein"),
        ("<p>Een<br>twee</p><script>alert(1)</script><ul><li>drie</li></ul>", "Een\ntwee\n\ndrie"),
        (
            "<p class=MsoNormal>Rode jas.<o:p></o:p></p><p>Groet,<br>Anna</p><div style='border-top:solid'>"
            "<p><b>Van:</b> Buurtwacht &lt;b@x.example&gt;<br><b>Verzonden:</b> zondag 22 november 2026 21:14<br>"
            "<b>Aan:</b> Anna</p></div><p>112 is gebeld</p>",
            "Rode jas.",
        ),
        ("<<<>>><p", "<<<>>><p"),
        ("<!--[if mso]><p>Word</p><![endif]--><!DOCTYPE html><p>Ja</p><!-- nooit dicht", "Ja"),
    ],
)
def test_a_mail_that_is_only_a_page(page: str, meant: str):
    mail = written()
    mail.set_content(page, subtype="html")
    assert words_of(opened(mail.as_bytes())) == meant


def test_of_text_and_page_the_text_counts():
    mail = written("Tekst.")
    mail.add_alternative("<p>Pagina.</p>", subtype="html")
    assert words_of(opened(mail.as_bytes())) == "Tekst."


def test_a_text_in_pieces_around_a_photo():
    raw = (
        b"From: a@x\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n"
        b"--B\r\nContent-Type: text/plain\r\n\r\nVoor.\r\n--B\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8\xff\r\n"
        b"--B\r\nContent-Type: text/plain\r\n\r\nNa.\r\n--B--\r\n"
    )
    assert words_of(opened(raw)) == "Voor.\n\nNa."


def test_lines_that_go_on_become_one():
    assert (
        unflowed("Hij loopt \nnaar het park.\n>Wie \n>dan?\n \n-- \nAnna")
        == "Hij loopt naar het park.\n> Wie dan?\n\n-- \nAnna"
    )
    assert unflowed("Kinder \ngarten", delete_space=True) == "Kindergarten"
    raw = b'From: a@x\r\nContent-Type: text/plain; format="flowed"; delsp=yes\r\n\r\nFiets \r\nenstalling\r\n'
    assert words_of(opened(raw)) == "Fietsenstalling"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("text/plain; charset=iso-8859-1", "Één café".encode("latin-1")),
        ("text/plain; charset=windows-1252", "Één café".encode("cp1252")),
        ("text/plain; charset=utf-8", "Één café".encode("cp1252")),
        ("text/plain; charset=us-ascii", "Één café".encode()),
        ("text/plain; charset=bestaat-niet", "Één café".encode()),
        ("text/plain; charset=\x00", "Één café".encode()),
        ("text/plain", "Één café".encode()),
        ("text/plain; charset=utf-8", "\ufeffE\u0301e\u0301n cafe\u0301\u200b".encode()),
    ],
)
def test_a_wrong_character_set_costs_no_words(kind: str, content: bytes):
    raw = b"From: a@x\r\nContent-Type: " + kind.encode() + b"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + content
    assert words_of(opened(raw)).casefold() == "één café"


@pytest.mark.parametrize("packing", ["base64", "quoted-printable", "x-uuencode", "unknown", "7bit"])
def test_what_is_badly_packed_breaks_nothing(packing: str):
    raw = f"From: a@x\r\nContent-Transfer-Encoding: {packing}\r\n\r\n=XY =\r\nbegin 666 x\r\n!!!\r\n".encode()
    assert isinstance(words_of(opened(raw)), str)


def test_a_very_long_text_is_cut():
    assert len(words_of(opened(written("Ik zie hem. " * 9000).as_bytes()))) <= MOST_CHARACTERS


@pytest.mark.parametrize(
    "text",
    [
        "On " * 30_000,
        "Op " + "a " * 30_000 + "schreef",
        "Am a schrieb " * 6_000,
        ("Van: x\n" * 2 + "\n") * 8_000,
        "\n" * 60_000,
        " \n" * 30_000,
        ">" * 60_000,
        "> " * 20_000 + "\n" + "On x wrote:\n" * 5_000,
        ("On 1, a@b\n" * 6_000),
        "Le " + "é" * 290 + "\n" + ("Le " + "x" * 280 + "\n") * 200,
        "-" * 60_000,
        "Met vriendelijke groet\n" * 2_600,
        "Verzonden vanaf mijn \n" * 2_800,
    ],
    ids=range(13),
)
def test_no_text_keeps_us_busy(text: str):
    start = time.process_time()
    own_words(text)
    assert time.process_time() - start < A_QUICK_ONE


@pytest.mark.parametrize("page", ["<div>" * 50_000, "<" * 200_000, "<!--" * 50_000, "&" * 200_000, "<a b='" * 30_000])
def test_no_page_keeps_us_busy(page: str):
    start = time.process_time()
    plain(page)
    assert time.process_time() - start < A_QUICK_ONE


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_text_at_all(text: str):
    assert len(own_words(text)) <= len(text)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="><-_ :@\nOpLeAmVanschreefwrote", max_size=300))
def test_any_text_that_looks_like_a_quote(text: str):
    assert set(own_words(text)) <= set(text)
