"""The site's settings. Each is explained in plugins/meetingplace/README.md."""

SITENAME = "Mötesplatser i Sörmland"
SITESUBTITLE = "Vad som händer, och vilka du möter där"
OTHER_LANGUAGE = {
    "name": "Meeting places in Sörmland",
    "summary": "What happens, and whom you will meet there",
    "example": "This is example content: the people and the meetings are made up.",
    "hours": "weekdays 9:00–16:00",
}
SITEURL = "http://127.0.0.1:8000"
DEFAULT_LANG = "sv"
TIMEZONE = "Europe/Stockholm"
LOCALE = ("C.UTF-8", "en_US.UTF-8", "C")

# The part after the @ in every UID and guid: never change it, not even when the site moves.
UID_DOMAIN = "motesplatser.example"
ORGANIZER = "kalender@motesplatser.example"
PUBLISHER = "Exempelredaktionen"
CONTACT = {
    "name": "Exempelredaktionen",
    "email": "redaktionen@motesplatser.example",
    "phone": "070-174 06 05",
    "hours": "vardagar 9–16",
}
NAMES_KEPT_DAYS = 90

# Makes the page about personal data; whoever answers for it answers for what the page promises.
PERSONAL_DATA = {
    "controller": "Exempelföreningen",
    "organisation_number": "802000-0009",
    "email": "personuppgifter@motesplatser.example",
    "officer": {"email": "dataskyddsombud@motesplatser.example"},
}
EXAMPLE_NOTICE = "Det här är exempelinnehåll: personerna och mötena är påhittade."

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["meetingplace"]
