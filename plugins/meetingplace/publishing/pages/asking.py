"""The one to ask, as a link in a sentence."""

from __future__ import annotations

from html import escape

from meetingplace.publishing import views


def asked(contact: views.Contact) -> str:
    """HTML of a name with a way to reach whoever bears it: by mail, phone, a site of their own or their page here."""
    mail = f"mailto:{contact.email}" if contact.email else ""
    address = mail or contact.phone_url or contact.web or contact.url
    return f'<a href="{escape(address)}">{escape(contact.name)}</a>' if address else escape(contact.name)
