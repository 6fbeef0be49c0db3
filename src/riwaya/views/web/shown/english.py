"""English words for values of the ledger: the values themselves with their underscores taken out,
but for those below."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.views.ledger.page import FIELDS
from riwaya.views.ledger.reasons import REASONS
from riwaya.views.ledger.said import GRADES

_SIDES = {
    "sy_government": "Syrian government", "sy_opposition": "Syrian opposition",
    "sy_coalition": "Syrian coalition", "sy_national_army": "Syrian National Army",
    "saudi": "Saudi Arabia", "un": "United Nations", "us": "United States", "uk": "United Kingdom",
    "uae": "United Arab Emirates", "hamas": "Hamas", "iran": "Iran", "houthi": "Houthis",
    "russia": "Russia", "egypt": "Egypt", "ye_government": "Yemeni government",
    "ye_stc": "Southern Transitional Council", "ye_tareq_saleh": "forces of Tareq Saleh",
    "ye_islah": "Islah", "ye_gpc": "General People's Congress", "ye_giants": "Giants Brigades",
    "turkey": "Turkey", "kurdish_administration": "Kurdish administration in Syria",
    "iraq_government": "Iraqi government", "iraq_pmf": "Popular Mobilization Forces",
    "iraq_dawa": "Dawa Party", "iraq_hikma": "Hikma", "iraq_opposition": "Iraqi opposition",
    "iraq_puk": "Patriotic Union of Kurdistan", "krg": "Kurdistan Regional Government",
    "israel": "Israel", "sd_army": "Sudanese army", "sd_rsf": "Rapid Support Forces",
    "ly_gnu": "Government of National Unity (Libya)", "ly_lna": "Libyan National Army",
    "ly_tripoli_islamists": "Islamists of Tripoli", "hezbollah": "Hezbollah", "jordan": "Jordan",
    "ps_authority": "Palestinian Authority", "qatar": "Qatar", "so_government": "Somali government",
    "shabaab": "al-Shabaab", "isis": "Islamic State", "al_qaida": "al-Qaida",
    "lb_government": "Lebanese government", "hts": "Hayat Tahrir al-Sham",
    "islamic_jihad": "Islamic Jihad", "algeria": "Algeria", "ethiopia": "Ethiopia",
    "china": "China", "pkk": "PKK", "jnim": "JNIM", "kataib_hezbollah": "Kataib Hezbollah",
    "asaib": "Asaib Ahl al-Haq", "amal": "Amal", "kuwait": "Kuwait", "bahrain": "Bahrain",
    "oman": "Oman", "eg_opposition": "Egyptian opposition", "tunisia": "Tunisia",
    "morocco": "Morocco", "polisario": "Polisario", "mauritania": "Mauritania",
    "burkina": "Burkina Faso", "mali": "Mali", "ir_opposition": "Iranian opposition",
    "ukraine": "Ukraine",
}  # fmt: skip
_ENGLISH: Mapping[str, Mapping[str, str]] = {
    "grade": GRADES,
    "field": FIELDS,
    "reason": REASONS,
    "side": _SIDES,
    "standing": {"single": "no second independent source"},
    "realis": {
        "actual": "happened", "intended": "planned or wanted", "threatened": "threatened",
        "demanded": "demanded", "possible": "possible", "hypothetical": "averted or supposed",
        "generic": "habitual or general",
    },
    "polarity": {"positive": "affirmed", "negative": "denied"},
    "asked": {
        "q": "words", "bbox": "area", "handle": "actor", "untold": "not told by",
        "since": "from", "standing": "where it stands",
    },
    "outlet_kind": {"ngo": "NGO"},
}  # fmt: skip


def english(kind: str, value: str) -> str:
    """The English word for a value of a kind."""
    return _ENGLISH.get(kind, {}).get(value, value.replace("_", " "))
