# SPDX-License-Identifier: EUPL-1.2
"""Meta's WhatsApp Cloud API on this machine: phone numbers, templates, people with a telephone, signed webhooks.

It checks every request against Meta's published description (with the patches of `patches.py`), enforces Meta's
limits, and says no in Meta's own words. What it accepts it shows: `sent_to(anna)`. A whole story:

    with WhatsApp() as meta:
        # What goes in the settings of the channel. `meta.graph` is `meta.url` with the version behind it.
        meta.url, meta.version, meta.header, meta.token, meta.app_secret, meta.verify_token, meta.phone_id, meta.waba_id

        # A template that Meta has approved; its buttons are quick replies unless told otherwise.
        meta.template("buurt_melding_v1", "Melding: {{1}} bij {{2}}. Bel 112 bij gevaar.", buttons=["Gezien"])

        anna = meta.user("31612345678", "Anna")      # everybody whom nobody made is unknown: 131026
        ...                                          # our program sends something
        message = meta.sent_to(anna)[-1]             # or anna.inbox[-1]
        message.text, message.buttons, message.state, message.request, message.id

        anna.says("Ik zie iemand bij de schuur")     # opens the window of 24 hours
        anna.says("Ja", about=message)               # a reply, with context
        anna.taps("Gezien")                          # on the last message with such a button, list row or quick reply
        anna.taps("Gezien", context=False)           # as Meta sometimes does for a quick reply of a template
        anna.sends_photo(jpeg, caption="Hier")       # also sends_voice, sends_document, sends_location
        anna.reacts("👍", message)                   # None takes it away
        anna.edits(said, "Bij de garage"); anna.deletes(said); anna.sends_unsupported(); anna.sends_unreadable()
        anna.changes_number("31687654321"); anna.reads()
        anna.hides_number()                          # from now on known by `anna.bsuid` alone
        anna.blocks(); anna.stops_marketing(); anna.goes_offline(); anna.comes_online()

        meta.clock.move(hours=25)                    # closes the window; `meta.clock.stop()` makes time stand still

**Webhooks.** Everything that happens becomes a webhook: `sent` and `delivered` by themselves, `read` by `anna.reads()`,
`failed`, and what people say. Three ways to get them:

    meta.webhooks_to(url)            # Meta's handshake first, then signed POSTs, again and again until 200
    meta.webhooks.settle()           # waits until everything has been answered with 200

    meta.webhooks.hand_over(post)    # without a URL: `post(body, headers) -> status` in your own thread
                                     # client.post(hook, body, "application/json", headers=headers).status_code
    meta.webhooks.take()             # the same as a list of (body, headers)

    meta.webhooks.hold(); ...; meta.webhooks.release(together=True, backwards=True, twice=True)   # late, batched …

**Troubles.**

    meta.fails(130429, times=2)      # any of Meta's codes; or an HTTP status such as 500, for a bare answer
    meta.fails(131042)               # until meta.recovers()
    meta.fails(500, times=1, on="media")                             # or on="templates"
    meta.swallows(); meta.hangs_up() # accepts the next message, and never answers or breaks the connection
    meta.revoke_token(); meta.restrict_account(); meta.template(…).pause()
    meta.answers_last = True         # the webhook comes before the answer to the request
    meta.message_status = "held_for_quality_assessment"              # accepted, and no more is heard
    meta.limits.per_second, meta.limits.pair_burst, meta.limits.daily_users   # Meta's limits; small for a quick test

Meta tells some refusals only afterwards, in a `failed` status: `meta.told_later` holds those codes. Empty it, and they
come as the answer to the request.
"""

from .message import Sent
from .peer import WhatsApp
from .templates import Template
from .user import User

__all__ = ["Sent", "Template", "User", "WhatsApp"]
