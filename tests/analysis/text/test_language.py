from __future__ import annotations

import pytest

from dateline.analysis.text.language import READABLE, find_language

ENGLISH = "Rebels attacked the town on Monday and the army said that ten people were killed. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH * 5, "en"),
        (ENGLISH, "en"),
        (ENGLISH.upper() * 5, "en"),
        (ENGLISH.upper(), "en"),
        ("Ten dead in market blast", "en"),
        ("Troops reached Huế, Quảng Trị, Quảng Tín, Gia Định and Tam Kỳ in the north. " * 5, "en"),
        ("Les rebelles ont attaqué la ville lundi et dix personnes ont été tuées. " * 6, "fr"),
        ("Las fuerzas armadas dijeron que la guerrilla atacó el pueblo el lunes. " * 6, "es"),
        ("Российские войска обстреляли город в понедельник, погибли люди. " * 6, "ru"),
        ("قصف الجيش السوري مواقع المعارضة في ريف إدلب يوم الاثنين. " * 6, "ar"),
    ],
)
def test_tells_the_language_of_a_text(text, language):
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", " \n", "12, 13 - 14!", "🚀"])
def test_a_text_without_words_has_no_language(text):
    assert find_language(text) is None


def test_english_can_be_read():
    assert "en" in READABLE
