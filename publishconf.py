"""The settings with which the site is published: those of pelicanconf.py, and the site's real address."""

import os
import sys


sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403


SITEURL = "https://motesplatser.example"

# A site that is published is refused without PERSONAL_DATA: put your own here or in pelicanconf.py.
PUBLISHED = True
