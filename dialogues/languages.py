"""The languages in which one can talk, each in its own name."""

from __future__ import annotations

LANGUAGES: dict[str, str] = {
    "nl": "Nederlands",
    "en": "English",
    "fr": "Français",
    "pl": "Polski",
    "uk": "Українська",
    "tr": "Türkçe",
    "ar": "العربية",
    "fa": "فارسی / دری",
    "so": "Soomaali",
}
"""Code and own name; each has catalogs, phrases of danger, and tests of its own."""

YOUNG = "young"
"""The register in which young people are spoken to; the polite one has no name."""

SAFE_WORDS: dict[str, str] = {
    "nl": "paraplu",
    "en": "umbrella",
    "fr": "parapluie",
    "pl": "parasolka",
    "uk": "парасолька",
    "tr": "şemsiye",
    "ar": "مظلة",
    "fa": "چتر",
    "so": "dallaayad",
}
"""A word that opens the page with people, for somebody whose screen may be read; it means nothing else."""
