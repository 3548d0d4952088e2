# SPDX-License-Identifier: EUPL-1.2
"""Every way to write one address is one spelling, and other addresses stay others."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from buurtwacht.moderation.bans.marks import marks_of
from buurtwacht.moderation.bans.spelling import mail_spelling, phone_spelling


@pytest.mark.parametrize(
    ("written", "spelling"),
    [
        ("Bram.de.Vries@Voorbeeld.Example", "bram.de.vries@voorbeeld.example"),
        ("  bram@voorbeeld.example. ", "bram@voorbeeld.example"),
        ("bram@voorbeeld.example..", "bram@voorbeeld.example"),
        ("mailto:bram@voorbeeld.example", "bram@voorbeeld.example"),
        ("<bram@voorbeeld.example>;", "bram@voorbeeld.example"),
        ('"bram"@voorbeeld.example', "bram@voorbeeld.example"),
        ("br\u200bam@voor\u00adbeeld.example", "bram@voorbeeld.example"),
        ("\ufeffbram@voorbeeld\u2060.example", "bram@voorbeeld.example"),
        ("\uff42\uff52\uff41\uff4d\uff20voorbeeld\uff0eexample", "bram@voorbeeld.example"),
        ("bram@voorbeeld\u3002example", "bram@voorbeeld.example"),
        ("\U0001d41b\U0001d42b\U0001d41a\U0001d426@voorbeeld.example", "bram@voorbeeld.example"),
        ("bram@b\u00fccher.example", "bram@xn--bcher-kva.example"),
        ("bram@bu\u0308cher.example", "bram@xn--bcher-kva.example"),
        ("bram@XN--BCHER-KVA.example", "bram@xn--bcher-kva.example"),
        ("ren\u00e9@voorbeeld.example", "ren\u00e9@voorbeeld.example"),
        ("rene\u0301@voorbeeld.example", "ren\u00e9@voorbeeld.example"),
        ("B.r.a.m@gmail.com", "bram@gmail.com"),
        ("bram+buurt@googlemail.com", "bram@gmail.com"),
        ("b.ram+a+b@GMAIL.COM.", "bram@gmail.com"),
        ("bram+buurt@outlook.com", "bram@outlook.com"),
        ("bram+buurt@hotmail.nl", "bram@hotmail.nl"),
        ("bram+x@live.be", "bram@live.be"),
        ("bram+x@hotmail.co.uk", "bram@hotmail.co.uk"),
        ("bram.vries@outlook.com", "bram.vries@outlook.com"),
        ("Bram_de-Vries+x@pm.me", "bramdevries@proton.me"),
        ("bram.devries@protonmail.com", "bramdevries@proton.me"),
        ("bram@me.com", "bram@icloud.com"),
        ("+x@gmail.com", "+x@gmail.com"),
        ("buurt@bram.fastmail.com", "bram@fastmail.com"),
        ("@bram.fastmail.com", ""),
    ],
)
def test_a_mail_address_has_one_spelling(written, spelling):
    assert mail_spelling(written) == spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("b.ram@kpnmail.nl", "bram@kpnmail.nl"),
        ("bram+a@kpnmail.nl", "bram@kpnmail.nl"),
        ("bram@hotmail.com", "bram@hotmail.nl"),
        ("bram@notgmail.com", "bram@gmail.com"),
        ("b.ram@outlook.com", "bram@outlook.com"),
        ("bram@outlook.example.com", "bram@outlook.com"),
    ],
)
def test_what_may_be_somebody_else_stays_somebody_else(one, other):
    assert mail_spelling(one) != mail_spelling(other)


@pytest.mark.parametrize("text", ["", "   ", "bram", "@", "bram@", "@voorbeeld.example", "a@b@c.example", "x" * 400])
def test_what_is_no_address_has_no_spelling(text):
    assert mail_spelling(text) == ""
    assert phone_spelling(text, "nl") == ""


@pytest.mark.parametrize(
    ("written", "country"),
    [
        ("06 12345678", "nl"),
        ("0612345678", "nl"),
        ("06-12 34 56 78", "nl"),
        ("(06) 12345678", "nl"),
        ("+31612345678", "nl"),
        ("+31 (0)6 12345678", "nl"),
        ("0031 6 12345678", "nl"),
        ("0031 (0)6 12 34 56 78", "nl"),
        ("tel:+31-6-12345678", "nl"),
        ("31612345678", "nl"),
        ("\uff10\uff16 \uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18", "nl"),
        ("\u0660\u0666\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668", "nl"),
        ("06\u200b12345678", "nl"),
        ("06\u00a01234\u20115678", "nl"),
        ("00 31 6 12345678", "be"),
        ("+31 6 12345678", "be"),
    ],
)
def test_a_phone_number_has_one_spelling(written, country):
    assert phone_spelling(written, country) == "+31612345678"


@pytest.mark.parametrize("written", ["0470 12 34 56", "0470/12.34.56", "+32 (0)470 12 34 56", "0032470123456"])
def test_a_belgian_number_too(written):
    assert phone_spelling(written, "be") == "+32470123456"


MAILS = st.builds(
    lambda name, domain: f"{name}@{domain}",
    st.text(min_size=1, max_size=30),
    st.one_of(
        st.sampled_from(["gmail.com", "Outlook.be", "PM.ME", "me.com.", "b\u00fccher.example"]),
        st.text(min_size=1, max_size=30),
    ),
)


@given(text=st.one_of(MAILS, st.text(max_size=80)))
@example(text="ſ+ß@straße.example")
@example(text="a\u0345@gmail.com")
@example(text='".+."@gmail.com')
def test_a_spelling_is_its_own_spelling(text):
    spelled = mail_spelling(text)
    assert mail_spelling(spelled) == spelled


@given(text=st.text(alphabet="0123456789 +()-./\u00a0\u200b\uff10", max_size=20), country=st.sampled_from(["nl", "be"]))
def test_a_number_in_its_spelling_is_itself(text, country):
    spelled = phone_spelling(text, country)
    assert phone_spelling(spelled, country) == spelled


@given(
    name=st.from_regex(r"[a-z]{1,12}", fullmatch=True),
    tag=st.from_regex(r"[a-z0-9.]{0,8}", fullmatch=True),
    dots=st.lists(st.integers(1, 11), max_size=4),
    upper=st.booleans(),
)
def test_no_way_to_write_a_gmail_address_is_another_one(name, tag, dots, upper):
    written = "".join(f".{sign}" if place in dots else sign for place, sign in enumerate(name))
    written = f"{written}+{tag}@googlemail.com"
    assert mail_spelling(written.upper() if upper else written) == f"{name}@gmail.com"


def test_a_mark_tells_nothing_and_depends_on_the_key(settings):
    marks = marks_of(["bram@voorbeeld.example"], ["0612345678"], country="nl")
    assert {mark.kind for mark in marks} == {"email", "phone"}
    assert all(len(mark.mark) == 64 and "bram" not in mark.mark for mark in marks)
    settings.FINGERPRINT_KEY = b"another key"
    assert not marks & marks_of(["bram@voorbeeld.example"], ["0612345678"], country="nl")
