"""The settings of the lean site; relative paths are from this folder."""

SITENAME = "Mötesplatser"
SITEURL = "https://bench.example"
UID_DOMAIN = "bench.example"
DEFAULT_LANG = "sv"
TIMEZONE = "Europe/Stockholm"
LOCALE = ("C.UTF-8", "en_US.UTF-8", "C")
TODAY = "2026-06-01"
THEME = "theme"
PLUGIN_PATHS = [".."]
PLUGINS = ["lean"]
