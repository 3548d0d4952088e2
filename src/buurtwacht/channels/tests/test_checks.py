# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError


def test_sound_settings_pass():
    call_command("check")


def test_a_wrong_setting_of_a_channel_is_said_to_the_operator(settings):
    settings.DEFAULT_FROM_EMAIL = "Buurtwacht"
    settings.VAPID_SUBJECT = "operator"

    with pytest.raises(SystemCheckError) as refusal:
        call_command("check")

    assert "BUURTWACHT_FROM must hold an e-mail address" in str(refusal.value)
    assert "BUURTWACHT_OPERATOR must be a mailto: or https: address" in str(refusal.value)
