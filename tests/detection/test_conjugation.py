"""The inflection of verbs, against hand-checked forms and against libqutrub as an oracle."""

from __future__ import annotations

import re

import pytest

from riwaya import lexicons
from riwaya.detection.conjugation import (
    active_participle,
    conjugate,
    masdar,
    passive_participle,
)
from riwaya.detection.letters import key

VERBS = sorted(
    {
        (row["lemma"], row["root"], row["form"])
        for table in ("triggers", "light_verbs")
        for row in lexicons.load().rows(table)
        if row.get("pos", "verb") == "verb"
    }
)


def oracle_errs(root: str, form: str, name: str, person: str, text: str) -> bool:
    """Where libqutrub is known to be wrong, by class.

    It drops the first letter of the passive perfect of V and VI from roots in و (تُوُقّف), and
    writes the ت of a root that meets the ت of the first person twice (متت for مت).
    """
    letters = root.split()
    lost_waw = form in ("V", "VI") and letters[0] == "و" and name == "الماضي المجهول"
    return lost_waw or (person == "أنا" and letters[-1] == "ت" and key(text).endswith("تت"))


def texts(root: str, form: str, tense: str) -> set[str]:
    return {i.text for i in conjugate(root, form) if i.tense == tense}


@pytest.mark.parametrize(
    ("root", "form", "tense", "expected"),
    [
        ("ق ت ل", "I", "perfect", "قتل قتلت قتلا قتلتا قتلوا قتلن قتلنا"),
        ("ق ت ل", "I", "imperfect", "يقتل تقتل يقتلان تقتلان يقتلون يقتلوا يقتلن أقتل نقتل"),
        ("ق و ل", "I", "perfect", "قال قالت قالا قالوا قلن قلت قلنا قيل قيلت"),
        ("ق و ل", "I", "imperfect", "يقول يقل تقول تقل يقولون يقولوا يقلن يقال أقل"),
        ("ن ج و", "I", "imperfect", "ينجو ينج ينجون تنجو تنج ننجو"),
        ("ر م ي", "I", "perfect", "رمى رمت رميا رموا رمين رمينا رمي"),
        ("ر م ي", "I", "imperfect", "يرمي يرم يرمون يرميان يرمى"),
        ("ل ق ي", "I:ia", "perfect", "لقي لقيت لقوا لقيا لقينا"),
        ("ل ق ي", "I:ia", "imperfect", "يلقى يلق يلقون تلقى"),
        ("س ع ي", "I:a", "imperfect", "يسعى يسع يسعون تسعى"),
        ("ف ر ر", "I", "perfect", "فر فرت فرا فروا فررن فررنا"),
        ("ف ر ر", "I", "imperfect", "يفر يفرر يفرون يفررن"),
        ("و ق ع", "I", "imperfect", "يقع تقع يقعون يقعن نقع"),
        ("ء س ر", "I", "imperfect", "يأسر تأسر يأسرون آسر نأسر يؤسر"),
        ("ل ج ء", "I", "imperfect", "يلجأ يلجؤون يلجأون يلجآن تلجأ"),
        ("غ و ر", "IV", "perfect", "أغار أغارت أغاروا أغرنا أغير"),
        ("و د ي", "IV", "imperfect", "يودي يود تودي يودون"),
        ("ص د ي", "V", "perfect", "تصدى تصدت تصدوا تصدينا"),
        ("غ و ل", "VIII", "perfect", "اغتال اغتالت اغتيل اغتلنا"),
        ("و ه م", "VIII", "imperfect", "يتهم تتهم يتهمون"),
        ("ص د م", "VIII", "perfect", "اصطدم اصطدمت اصطدموا"),
        ("ط ل ع", "VIII", "perfect", "اطلع اطلعت"),
        ("ع و د", "X", "imperfect", "يستعيد يستعد يستعيدون يستعاد"),
        ("و ل ي", "X", "perfect", "استولى استولت استولوا استولينا"),
        ("س ي ط ر", "Q1", "imperfect", "يسيطر تسيطر يسيطرون"),
        ("م ر ك ز", "Q2", "perfect", "تمركز تمركزت تمركزوا"),
        ("ء ذ ي", "IV", "perfect", "آذى آذت آذوا أوذي"),
        ("ح و ذ", "X:sound", "perfect", "استحوذ استحوذت"),
    ],
)
def test_hand_checked_forms_are_all_there(root: str, form: str, tense: str, expected: str) -> None:
    assert set(expected.split()) <= texts(root, form, tense)


def test_features_of_one_verb() -> None:
    forms = conjugate("ق و ل", "I")
    by_text = {(i.text, i.tense): i for i in forms if i.person == 3 and i.number == "sg"}
    assert by_text["قال", "perfect"].voice == "active"
    assert by_text["قيل", "perfect"].voice == "passive"
    assert by_text["قالت", "perfect"].gender == "f"
    short = {i.text for i in forms if i.jussive}
    assert {"يقل", "نقل"} <= short
    assert not {"يقول", "يقولوا", "قلن"} & short
    kill = {i.text: i for i in conjugate("ق ت ل", "I") if i.tense == "perfect" and i.person == 3}
    assert kill["قتل"].voice == "both"
    assert kill["قتلوا"].number == "pl"


@pytest.mark.parametrize(
    ("root", "form", "active", "passive"),
    [
        ("ق ت ل", "I", "قاتل", "مقتول"),
        ("ق و ل", "I", "قائل", "مقول"),
        ("د ع و", "I", "داعي", "مدعو"),
        ("ر م ي", "I", "رامي", "مرمي"),
        ("ش ن ن", "I", "شان", "مشنون"),
        ("ه د ف", "X", "مستهدف", "مستهدف"),
        ("ف ج ر", "II", "مفجر", "مفجر"),
        ("غ و ر", "IV", "مغير", "مغار"),
        ("غ و ل", "VIII", "مغتال", "مغتال"),
        ("ص د ي", "V", "متصدي", "متصدى"),
        ("ء س س", "II", "مؤسس", "مؤسس"),
    ],
)
def test_participles(root: str, form: str, active: str, passive: str) -> None:
    assert active_participle(root, form) == active
    assert passive_participle(root, form) == passive


@pytest.mark.parametrize(
    ("root", "form", "expected"),
    [
        ("د م ر", "II", "تدمير"),
        ("ص ف ي", "II", "تصفية"),
        ("ه ج م", "III", "مهاجمة"),
        ("و ج ه", "III", "مواجهة"),
        ("ط ل ق", "IV", "إطلاق"),
        ("غ و ر", "IV", "إغارة"),
        ("خ ل ي", "IV", "إخلاء"),
        ("و ق ع", "IV", "إيقاع"),
        ("ص د ي", "V", "تصدي"),
        ("ب د ل", "VI", "تبادل"),
        ("ف ج ر", "VII", "انفجار"),
        ("ه و ر", "VII", "انهيار"),
        ("غ و ل", "VIII", "اغتيال"),
        ("ح ل ل", "VIII", "احتلال"),
        ("و ه م", "VIII", "اتهام"),
        ("ع و د", "X", "استعادة"),
        ("و ل ي", "X", "استيلاء"),
        ("س ي ط ر", "Q1", "سيطرة"),
        ("م ر ك ز", "Q2", "تمركز"),
    ],
)
def test_verbal_nouns(root: str, form: str, expected: str) -> None:
    assert masdar(root, form) == expected


@pytest.mark.parametrize(
    ("root", "form"), [("ق ت", "I"), ("ق ت ل", "XI"), ("ق ت ل", "Q1"), ("ق ت ل", "I:o"), ("", "I")]
)
def test_what_is_no_verb_is_refused(root: str, form: str) -> None:
    with pytest.raises(ValueError, match=re.escape(root) or "want"):
        conjugate(root, form)


def test_form_one_has_no_regular_verbal_noun() -> None:
    with pytest.raises(ValueError, match="List it as a noun"):
        masdar("ق ت ل", "I")


@pytest.mark.parametrize(("lemma", "root", "form"), VERBS)
def test_lemma_is_among_its_own_forms(lemma: str, root: str, form: str) -> None:
    singular = {
        key(i.text)
        for i in conjugate(root, form)
        if (i.tense, i.person, i.gender, i.number) == ("perfect", 3, "m", "sg")
    }
    assert key(lemma) in singular


_MARKS = {"II": "ّ", "V": "ّ"}


def _vocalised(lemma: str, form: str) -> str:
    """The lemma as the oracle wants it: doubled letters marked, three-letter verbs vocalised."""
    if form == "VIII" and lemma.startswith("ات"):
        return "اتّ" + lemma[2:]
    if form in _MARKS:
        return lemma[:-1] + "ّ" + lemma[-1]
    if len(lemma) == 3 and form.startswith("I:ia"):
        return lemma[0] + "َ" + lemma[1] + "ِ" + lemma[2] + "َ"
    if len(lemma) == 3 and form.startswith("I") and lemma[1] != "ا" and lemma[2] not in "اى":
        return "".join(letter + "َ" for letter in lemma)
    return lemma


_ORACLE_TENSES = {
    "perfect": ("الماضي المعلوم", "الماضي المجهول"),
    "imperfect": (
        "المضارع المعلوم",
        "المضارع المجزوم",
        "المضارع المنصوب",
        "المضارع المجهول",
        "المضارع المجهول المجزوم",
        "المضارع المجهول المنصوب",
    ),
}
_THIRD = ("هو", "هي", "هما", "هما مؤ", "هم", "هن", "أنا", "نحن")


@pytest.mark.parametrize(("lemma", "root", "form"), VERBS)
def test_against_the_oracle(lemma: str, root: str, form: str) -> None:
    conjugator = pytest.importorskip("libqutrub.conjugator")
    letters = root.split()
    doubled = len(letters) == 3 and letters[1] == letters[2] and form not in ("II", "V")
    word = (
        lemma + "ّ"
        if doubled and form in ("I", "IV", "VII", "VIII", "X")
        else _vocalised(lemma, form)
    )
    vowel = form.partition(":")[2]
    mark = {"a": "فتحة", "ia": "فتحة", "i": "كسرة", "u": "ضمة", "sound": "كسرة"}.get(vowel)
    if mark is None:
        weak = "ي" in letters[1:]
        assimilated = letters[0] == "و" and form == "I"
        hamza = "ء" in letters[1:]
        mark = "كسرة" if weak or assimilated else "فتحة" if hamza else "ضمة"
    table = conjugator.conjugate(
        word, mark, True, True, True, True, False, False, False, True, "DICT"
    )
    for tense, names in _ORACLE_TENSES.items():
        ours = {key(text) for text in texts(root, form, tense)}
        theirs = {
            key(table[name][person])
            for name in names
            for person in _THIRD
            if table.get(name, {}).get(person)
            and not oracle_errs(root, form, name, person, table[name][person])
        }
        assert theirs, f"the oracle knows no {tense} of {word}"
        assert theirs <= ours, f"{word}: missing {sorted(theirs - ours)}"
