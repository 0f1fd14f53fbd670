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
# Makes the accessibility statement. This one is an example: write what is true of your site, tested by you.
ACCESSIBILITY = {
    "conformance": "partial",
    "shortcomings": [
        "Exempel: Dokument som andra länkar hit, till exempel inbjudningar i pdf, är inte granskade.",
        "Exempel: Sidan är inte provad av användare med olika hjälpmedel.",
    ],
    "tested": "Exempel: Redaktionen har gått igenom sidtyperna med automatiska prov (axe) och med bara tangentbord.",
    "assessed": "2026-11-22",
    "email": "redaktionen@motesplatser.example",
    "supervised": False,
}
EXAMPLE_NOTICE = "Det här är exempelinnehåll: personerna och mötena är påhittade."

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["meetingplace"]
