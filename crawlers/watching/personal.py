"""Telling a person's own telephone number or e-mail address from that of an organization, on the side of the person."""

import re

_ROLES = frozenset(
    {
        *(
            "info",
            "information",
            "office",
            "admin",
            "administration",
            "administrator",
            "hello",
            "hi",
            "contact",
            "contactus",
        ),
        *(
            "enquiries",
            "enquiry",
            "inquiries",
            "mail",
            "email",
            "post",
            "reception",
            "team",
            "staff",
            "help",
            "helpline",
        ),
        *(
            "support",
            "advice",
            "bookings",
            "booking",
            "book",
            "hire",
            "lettings",
            "hall",
            "centre",
            "center",
            "community",
        ),
        *(
            "events",
            "membership",
            "members",
            "volunteer",
            "volunteers",
            "volunteering",
            "fundraising",
            "donate",
            "finance",
        ),
        *("accounts", "secretary", "treasurer", "chair", "chairman", "chairperson", "clerk", "manager", "coordinator"),
        *(
            "trustees",
            "committee",
            "referrals",
            "referral",
            "services",
            "service",
            "general",
            "web",
            "webmaster",
            "website",
        ),
        *(
            "press",
            "media",
            "news",
            "newsletter",
            "library",
            "parish",
            "church",
            "youth",
            "safeguarding",
            "privacy",
            "dpo",
        ),
        *("dataprotection", "feedback", "complaints", "sales", "marketing", "hr", "jobs", "recruitment", "training"),
    }
)
_FREE_MAIL = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|aol|icloud|me|mac|btinternet|btconnect|btopenworld"
    r"|talktalk|talk21|tiscali|virginmedia|virgin|ntlworld|blueyonder|sky|o2|orange|plus|fsmail|proton|protonmail|pm|gmx"
    r"|mail|zoho|uwclub|tesco|madasafish|freeserve|lineone|onetel|supanet|zen|plusnet|ee|fastmail)"
    r"\.(?:com|co\.uk|net|org|me|uk|ie|fr|de)",
    re.IGNORECASE,
)


def is_personal_phone(number: str) -> bool:
    """Whether a number in the form E.164 is of a mobile telephone, or follows a person as one does (07…)."""
    return number.startswith("+447")


def is_personal_email(address: str) -> bool:
    """Whether an e-mail address may be one person's own: not that of an office or role, or with a free provider."""
    local, _, host = address.lower().rpartition("@")
    words = re.split(r"[^a-z]+", local)
    return _FREE_MAIL.fullmatch(host) is not None or _ROLES.isdisjoint(words)
