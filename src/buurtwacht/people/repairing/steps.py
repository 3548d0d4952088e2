# SPDX-License-Identifier: EUPL-1.2
"""What keeps a device silent, and what to do about it, in the words of its own settings.

From the settings of iOS 16.4 to 18, Android 13 to 15, Samsung's One UI 5 and 6, Windows 11 and macOS 14. `%(browser)s`
is the browser of the device. Words differ a little between versions, so each step also says what it is for.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to look at: what it is about, and where it stands."""

    title: Promise
    words: Promise


HOME_SCREEN = Step(
    _("Open Buurtwacht from the home screen"),
    _(
        "On an iPhone or iPad alerts only come when Buurtwacht stands on the home screen. Is it not there? Open this "
        "site in Safari, press the share button (the square with an arrow up) and choose “Add to Home Screen”. Open it "
        "from there, and switch alerts on at “My phone”."
    ),
)
VERSION = Step(
    _("Look at the version"),
    _("Alerts need iOS or iPadOS 16.4 or newer. Go to Settings, General, Software Update."),
)
APPLE_ALLOWS = Step(
    _("Allow notifications"),
    _(
        "Go to Settings, Notifications, Buurtwacht. Switch on “Allow Notifications” and “Sounds”, and tick “Lock "
        "Screen”. Is Buurtwacht not in the list? Then begin at step 1."
    ),
)
APPLE_FOCUS = Step(
    _("Let alerts through when you do not want to be disturbed"),
    _("Go to Settings, Focus, Do Not Disturb, Apps, and add Buurtwacht. Do the same at “Sleep”, if you use that."),
)
APPLE_SOUND = Step(
    _("Look at the sound"),
    _("Is the iPhone on silent, with the switch or the button on its side? Then you see alerts, but hear nothing."),
)
ANDROID_ALLOWS = Step(
    _("Allow notifications"),
    _(
        "Go to Settings, Apps, %(browser)s, Notifications: on. Does Buurtwacht itself stand among the apps? Then look "
        "there too."
    ),
)
CHROME_SITE = Step(
    _("Look at the permission of this site"),
    _(
        "Open %(browser)s, the three dots, Settings, Site settings, Notifications. This site must stand under "
        "“Allowed”. A browser takes the permission back when you do not visit a site for a long time."
    ),
)
FIREFOX_SITE = Step(
    _("Look at the permission of this site"),
    _(
        "Open this site in Firefox and press the lock in the address bar. At “Notifications” it must say “Allowed”. In "
        "Settings, Site permissions, notifications must not be blocked."
    ),
)
SAMSUNG_SITE = Step(
    _("Look at the permission of this site"),
    _(
        "Open Samsung Internet, the three lines, Settings, Sites and downloads, Site permissions, Notifications. This "
        "site must be allowed there."
    ),
)
ANDROID_DISTURB = Step(
    _("Let alerts through when you do not want to be disturbed"),
    _("Go to Settings, Sound (or Notifications), Do not disturb, Apps, and add %(browser)s."),
)
ANDROID_BATTERY = Step(
    _("Stop the saving of battery"),
    _(
        "Go to Settings, Apps, %(browser)s, Battery, and choose “Unrestricted”. Switch Battery Saver and Data Saver "
        "off too: with them alerts come late or not at all."
    ),
)
SAMSUNG_SLEEP = Step(
    _("Is it a Samsung? Then keep the app awake"),
    _(
        "Go to Settings, Battery, Background usage limits, “Never sleeping apps”, and add %(browser)s. Take it out of "
        "“Sleeping apps” and “Deep sleeping apps”."
    ),
)
BROWSER_OPEN = Step(
    _("Leave the computer and the browser on"),
    _(
        "A computer that sleeps, or on which %(browser)s is closed, shows nothing. So switch alerts on on your "
        "phone too."
    ),
)
COMPUTER_SITE = Step(
    _("Look at the permission of this site"),
    _(
        "Press the sign in front of the address of this page (a lock or two sliders), and allow notifications. After "
        "that, load the page again."
    ),
)
COMPUTER_ALLOWS = Step(
    _("Allow notifications on the computer"),
    _(
        "Windows: Settings, System, Notifications, on, also for %(browser)s. Mac: System Settings, Notifications, "
        "%(browser)s, allow."
    ),
)
COMPUTER_DISTURB = Step(
    _("Let alerts through when you do not want to be disturbed"),
    _("Windows: Settings, System, Notifications, “Do not disturb” off. Mac: System Settings, Focus, off."),
)
NOT_PRIVATE = Step(
    _("Use no private window"),
    _(
        "In a private window (incognito) no alerts come. Open this site in an ordinary window and switch "
        "alerts on there."
    ),
)
AGAIN = Step(
    _("Begin afresh"),
    _("Remove the device at “My phone”, and switch alerts on again on the device itself."),
)
