"""`make serve`: builds, shows the site on this computer, and builds again on every change."""
