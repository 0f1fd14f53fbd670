"""The only part that knows Pelican: its settings, its signals, its templates and its ordinary pages."""
