# SPDX-License-Identifier: EUPL-1.2
"""Somebody with an old browser: every button posts what the page holds, and a new page comes back."""

import re

URL = "/groepen/vogelbuurt/melden/"
SEEN = {
    "behaviours": ["tries_doors"],
    "words": "Man voelt aan achterpoorten.",
    "place": "Lijsterstraat",
    "in_sight": "now",
}


class Walker:
    def __init__(self, client, url=URL):
        self.client, self.url = client, url
        self.page = client.get(url)
        self.held = {}

    def press(self, do, **answers):
        self.held = {**fields_of(self.text), **self.held, **answers}
        self.page = self.client.post(self.url, self.held | {"do": do})
        return self

    @property
    def text(self):
        return self.page.content.decode()

    @property
    def at(self):
        return re.search(r'data-at="(\w+)"', self.text)[1]

    @property
    def preview(self):
        """The message as neighbours will read it."""
        return re.search(r'id="voorbeeld">(.*?)<button', self.text, re.DOTALL)[1]


def fields_of(html):
    """The hidden fields that travel along."""
    found = re.findall(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?', html)
    return {name: value for name, value in found if value and name != "csrfmiddlewaretoken"}
