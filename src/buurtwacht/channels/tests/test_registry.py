# SPDX-License-Identifier: EUPL-1.2
from buurtwacht.channels.log.channel import LogChannel
from buurtwacht.channels.registry import channels


def test_the_installation_chooses_its_channels(settings):
    settings.CHANNELS = ["buurtwacht.channels.log.channel.LogChannel"]
    assert list(channels()) == ["log"]
    assert isinstance(channels()["log"], LogChannel)
    assert channels()["log"] is channels()["log"]


def test_every_channel_of_the_settings_loads_and_is_told_apart(settings):
    assert len(channels()) == len(settings.CHANNELS)
    assert {"webpush", "email", "log"} <= set(channels())
