"""Markdown files and records: `library.read` reads a content folder, `writing` writes a file of it."""
