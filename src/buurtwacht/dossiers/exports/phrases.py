# SPDX-License-Identifier: EUPL-1.2
"""What WhatsApp itself writes in a chat, in Dutch, French, German and English, and in languages that neighbours speak.

All of it in small letters, without marks of direction, without the full stop at the end.
"""

import re

# Instead of a message.
DELETED = frozenset(
    {
        *("dit bericht is verwijderd", "je hebt dit bericht verwijderd", "u hebt dit bericht verwijderd"),
        *("u heeft dit bericht verwijderd", "jij hebt dit bericht verwijderd", "dit bericht werd verwijderd"),
        *("ce message a été supprimé", "vous avez supprimé ce message", "tu as supprimé ce message"),
        *("diese nachricht wurde gelöscht", "du hast diese nachricht gelöscht", "sie haben diese nachricht gelöscht"),
        *("this message was deleted", "you deleted this message", "this message has been deleted"),
        *("you deleted this message as admin", "se eliminó este mensaje", "eliminaste este mensaje"),
        *("questo messaggio è stato eliminato", "hai eliminato questo messaggio"),
        *("mensagem apagada", "esta mensagem foi apagada", "você apagou esta mensagem", "apagou esta mensagem"),
        *("det här meddelandet har raderats", "denne besked blev slettet", "denne meldingen ble slettet"),
        *("ta wiadomość została usunięta", "bu mesaj silindi", "bu mesajı sildiniz", "تم حذف هذه الرسالة"),
    }
)
DELETED_BY_ADMIN = re.compile(
    r"(?:dit bericht is verwijderd door (?:groeps)?beheerder|ce message a été supprimé par l['’]admin\w*"
    r"|diese nachricht wurde vom admin|this message was deleted by (?:group )?admin) .{1,100}"
)

# Instead of a picture, a film, a sound …
OMITTED = frozenset(
    {
        *("<media weggelaten>", "<médias omis>", "<média omis>", "<medien ausgeschlossen>", "<medien weggelassen>"),
        *("<media omitted>", "<multimedia omitido>", "<media omessi>", "<mídia oculta>", "<media har utelämnats>"),
        *("<pominięto multimedia>", "<medya dahil edilmedi>", "<تم استبعاد الوسائط>"),
        *("afbeelding weggelaten", "video weggelaten", "audio weggelaten", "sticker weggelaten", "gif weggelaten"),
        *("document weggelaten", "contactkaart weggelaten", "videobericht weggelaten", "videonotitie weggelaten"),
        *("image absente", "vidéo absente", "audio omis", "audio absent", "sticker omis", "gif retiré", "gif omis"),
        *("document manquant", "document omis", "image omise", "vidéo omise", "fiche contact manquante"),
        *("fiche contact omise", "imagen omitida", "video omitido", "audio omitido", "sticker omitido"),
        *("immagine omessa", "video omesso", "audio omesso", "sticker omesso", "imagem ocultada", "vídeo omitido"),
        *("bild weggelassen", "video weggelassen", "audio weggelassen", "sticker weggelassen", "gif weggelassen"),
        *("dokument weggelassen", "kontaktkarte ausgelassen", "videonachricht weggelassen"),
        *("image omitted", "video omitted", "audio omitted", "sticker omitted", "gif omitted", "document omitted"),
        *("contact card omitted", "video note omitted", "view once message omitted"),
    }
)

# The same with more words: what may be seen once.
OMITTED_SO = re.compile(
    r"<[^<>]{1,60} (?:omitted|weggelaten|omise?s?|absente?s?|ausgeschlossen|weggelassen|ausgelassen)>", re.IGNORECASE
)

# Around the name of a file. In any language where WhatsApp made the name up.
ATTACHED = re.compile(
    r"(?P<caption>.*?)<(?:(?:bijgevoegd|bijlage|attached|pièce jointe|joint|anhang|angehängt|adjunto|allegato|anexado)"
    r" ?: ?|[^<>:]{2,30}: ?(?=\d{8}-))(?P<name>[^<>]+)>",
    re.IGNORECASE,
)
MADE_UP_NAME = re.compile(r"(?P<name>(?:IMG|VID|AUD|PTT|STK|DOC)-\d{8}-WA\d{4,}\.\w{2,5}) \([^()]{3,40}\)")
FILE_ATTACHED = re.compile(
    r"(?P<name>[^\n]+\.\w{1,5}) \((?:bestand bijgevoegd|bestand toegevoegd|file attached|fichier joint|datei angehängt"
    r"|archivo adjunto|file allegato|arquivo anexado)\)",
    re.IGNORECASE,
)
PAGES = re.compile(r" • \d+ (?:pagina['’]?s?|pages?|seiten?)$", re.IGNORECASE)

# Behind a message that was changed later.
EDITED = re.compile(
    r" ?[\u200e]?<(?:dit bericht is bewerkt|bewerkt|ce message a été modifié|diese nachricht wurde bearbeitet"
    r"|this message was edited|se editó este mensaje|questo messaggio è stato modificato|mensagem editada)\.?>$",
    re.IGNORECASE,
)

# What a member put in the group, though WhatsApp writes the first words: a poll, a place.
BY_A_MEMBER = re.compile(
    r"(?:peiling|poll|sondage|umfrage|locatie|location|localisation|standort|evenement|event"
    r"|événement|veranstaltung) ?:",
    re.IGNORECASE,
)

# On Android a line about the group has no name in front. These words tell it from a name when it holds a colon, and so
# does a quotation mark that is not closed before that colon: the new name of the group has one.
UNCLOSED = re.compile(r"[“„][^”“]*$|«[^»]*$|^[^\"]* \"[^\"]*$")
ABOUT_THE_GROUP = re.compile(
    r"\b(?:heeft (?:de|het|deze|het onderwerp)|hebt (?:de|het|deze)|is toegevoegd|created (?:the )?group|changed (?:the"
    r"|this|their)|added|removed|a (?:créé|modifié|changé|ajouté|supprimé|retiré)|avez (?:créé|modifié|changé|ajouté)"
    r"|hat (?:die|das|den|diese)|hast (?:die|das|den|diese)|wurde (?:hinzugefügt|entfernt)|end-to-end"
    r"|de bout en bout|ende-zu-ende)\b",
    re.IGNORECASE,
)
