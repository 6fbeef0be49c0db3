"""Details of the audit log in the language of who reads."""

from __future__ import annotations

import pytest

from riwaya.views.web.language import translations
from riwaya.views.web.shown.words import Words

ARABIC, ENGLISH = (Words(translations(code), code) for code in ("ar", "en"))


@pytest.mark.parametrize(
    ("act", "detail", "arabic"),
    [
        ("login", "from 10.0.0.7", "من العنوان 10.0.0.7"),
        ("login_failed", "from 10.0.0.7, code", "من العنوان 10.0.0.7، رمز التحقق خاطئ"),
        ("login_failed", "from ::1, outside login without an account",
         "من العنوان ::1، دخول خارجي بلا حساب"),
        ("account_added", "coder, groups: none", "الدور: مرمِّز، بلا مجموعات"),
        ("account_changed", "admin, groups: code, حمص, not active",
         "الدور: مدير، المجموعات: code, حمص، غير مفعّل"),
        ("account_changed", "password", "كلمة سر"),
        ("restrict", "for all", "للجميع"),
        ("restrict", "password", "للمجموعة: password"),
        ("judge", "statement reject", "الموضوع: إفادة، القرار: رفض"),
        ("add", "by token; address", "برمز وصول؛ المادة: عنوان"),
        ("undo", "by token; ", "برمز وصول"),
        ("read_restricted", "search, 12 more", "عبر: البحث، والمزيد: 12"),
        ("read_restricted", "incident a:0-9:x", "الحادثة a:0-9:x"),
        ("export", "whole", "كامل"),
        ("export", "whole, place, type=strike, outlet=code",
         "كامل، المكان، النوع: strike، الجهة الناشرة: code"),
    ],
)  # fmt: skip
def test_a_detail_is_told_by_its_act(act: str, detail: str, arabic: str) -> None:
    told = ARABIC.noted(act, detail)
    assert (told.text, told.known) == (arabic, True)
    assert ENGLISH.noted(act, detail).text.split() == detail.replace("=", ": ").split()


def test_what_has_no_form_stays_as_it_is() -> None:
    for act, detail in (("undo", "code"), ("fly", "for all"), ("purge", "")):
        told = ARABIC.noted(act, detail)
        assert (told.text, told.known) == (detail, False)


def test_a_token_is_a_record_and_an_account_of_that_name_is_not_one() -> None:
    assert ARABIC.record("token_made", "token 5").text == "رمز الوصول 5"
    assert ARABIC.record("account_added", "token 5").text == "token 5"
