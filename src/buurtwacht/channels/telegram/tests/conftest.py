# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.testing.peers.telegram import BOT, TOKEN, Telegram

SECRET = "a-secret-of-ours"


@pytest.fixture(autouse=True)
def bot_settings(settings):
    """Settings as an operator writes them."""
    settings.TELEGRAM_URL = "https://api.telegram.example"
    settings.TELEGRAM_TOKEN = TOKEN
    settings.TELEGRAM_BOT = BOT
    settings.TELEGRAM_SECRET = SECRET
    return settings


@pytest.fixture
def telegram(bot_settings):
    with Telegram() as peer:
        bot_settings.TELEGRAM_URL = peer.url
        yield peer
