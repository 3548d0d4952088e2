# SPDX-License-Identifier: EUPL-1.2
import pytest

HOW = "/buurtpreventie/ede/hoe-werkt-het/"
FILM = "/buurtpreventie/ede/film/uitleg.mp4"
BYTES = bytes(range(256)) * 600


@pytest.fixture
def folder(cast, settings, tmp_path):
    """A film with captions and words, as the operator puts them there."""
    settings.DATA = tmp_path
    place = tmp_path / "films" / "ede"
    place.mkdir(parents=True)
    (place / "uitleg.mp4").write_bytes(BYTES)
    (place / "uitleg.nl.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nU ziet iets.\n")
    (place / "uitleg.nl.md").write_text("## De film\n\nEen buur kijkt uit het raam.")
    (place / "geheim.txt").write_text("niet voor u")
    return place


def whole(response) -> bytes:
    return b"".join(response.streaming_content)


def test_the_film_stands_on_the_page_with_captions_and_words(client, folder):
    page = client.get(HOW).content.decode()

    assert f'<source src="{FILM}" type="video/mp4">' in page
    assert 'kind="captions" src="/buurtpreventie/ede/film/uitleg.nl.vtt" srclang="nl"' in page
    assert "Een buur kijkt uit het raam." in page
    assert client.get("/buurtpreventie/ede/film/uitleg.nl.vtt")["Content-Type"].startswith("text/vtt")


@pytest.mark.parametrize("missing", ["uitleg.mp4", "uitleg.nl.vtt", "uitleg.nl.md"])
def test_without_captions_or_words_there_is_no_film(client, folder, missing):
    (folder / missing).unlink()

    assert "<video" not in client.get(HOW).content.decode()


def test_the_film_comes_whole(client, folder):
    response = client.get(FILM)

    assert response.status_code == 200
    assert whole(response) == BYTES


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-99", 0, 99), ("bytes=100000-", 100_000, 153_599), ("bytes=153000-999999", 153_000, 153_599)],
)
def test_the_film_comes_in_pieces(client, folder, asked, first, last):
    response = client.get(FILM, headers={"Range": asked})

    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/153600"
    assert whole(response) == BYTES[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=999999-", "bytes=5-1", "bytes=-5", "bytes=0-1,4-5", "regels=1-2", "x"])
def test_a_piece_that_makes_no_sense_gets_the_whole(client, folder, asked):
    response = client.get(FILM, headers={"Range": asked})

    assert response.status_code == 200
    assert whole(response) == BYTES


@pytest.mark.parametrize("name", ["geheim.txt", "..", "uitleg.nl.md", "uitleg.xx.vtt", "%2e%2e%2fede%2fgeheim.txt"])
def test_nothing_else_leaves_the_folder(client, folder, name):
    assert client.get(f"/buurtpreventie/ede/film/{name}").status_code in (301, 404)
