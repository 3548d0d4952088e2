# SPDX-License-Identifier: EUPL-1.2
"""Pictures of pages of a running demo, narrow and wide, light and dark.

    python scripts/screenshots.py http://localhost:8000/ http://localhost:8000/bureau/vogelbuurt/ --as anna

`--as` is somebody of the demo: see /demo/. The pictures go to `screenshots/`, which git leaves alone.
"""

import argparse
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SIZES = ((360, 740), (1280, 900))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("urls", nargs="+")
    parser.add_argument("--as", dest="key", default="", help="somebody of the demo, such as bram or anna")
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chosen.chromium, args=ARGUMENTS)
        for size in SIZES:
            for dark in (False, True):
                shoot(browser, chosen.urls, chosen.key, chosen.out, size, dark)
        browser.close()


def shoot(browser: Browser, urls: list[str], key: str, out: Path, size: tuple[int, int], dark: bool) -> None:
    """All pages at one size, in one colour scheme."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        service_workers="block",
        locale="nl-NL",
    )
    page = context.new_page()
    first = urlsplit(urls[0])
    if key:
        page.goto(f"{first.scheme}://{first.netloc}/demo/")
        page.locator(f'form[action="/demo/worden/{key}/"] button').click()
    for url in urls:
        page.goto(url)
        name = urlsplit(url).path.strip("/").replace("/", "-") or "start"
        name = f"{name}-{key or 'bezoeker'}-{width}-{'donker' if dark else 'licht'}.png"
        page.screenshot(path=out / name, full_page=True)
        print(out / name)  # noqa: T201 - a command says what it made
    context.close()


if __name__ == "__main__":
    main()
