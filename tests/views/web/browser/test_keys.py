"""The keys of the review, on a Latin and on an Arabic layout, and the list of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from views.web.browser.visiting import Visitor

Visit = Callable[[str], Visitor]
BATTLE = "029ab2d9d83deb97:0-5:bombing"
ARABIC = {"a": "ش", "j": "ت", "k": "ن", "s": "س", "d": "ي", "u": "ع", "z": "ئ"}
"""What the places of Latin letters give on an Arabic keyboard."""
_SAVED = re.compile(r"Saved as decision \d+\.")


@pytest.mark.parametrize("layout", ["latin", "arabic"])
def test_pairs_are_joined_and_parted_by_s_and_d(visit: Visit, own_demo: str, layout: str) -> None:
    page = visit(own_demo).open("/review?kind=pairs")
    press = _arabic if layout == "arabic" else _latin
    first, second, third = (_key(page, n) for n in range(3))
    press(page, "j")
    expect(_item(page, first)).to_be_focused()
    press(page, "s")
    _says(page, first, _SAVED)
    expect(_item(page, second)).to_be_focused()
    press(page, "d")
    _says(page, second, _SAVED)
    expect(_item(page, third)).to_be_focused()
    press(page, "u")
    _says(page, third, _SAVED)
    press(page, "z")
    _says(page, third, re.compile("is taken back"))
    made = {(f"{j['about']} {j['one']} {j['other']}", j["decision"]): j for j in _judgements(page)}
    assert {(first, "same"), (second, "different"), (third, "unsure")} <= made.keys()
    assert [made[first, "same"]["undone"], made[third, "unsure"]["undone"]] == [False, True]


def test_an_arabic_letter_works_as_its_place(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(f"/review?incident={BATTLE}")
    keys = [_key(page, n) for n in range(2)]
    _arabic(page, "j")
    _arabic(page, "j")
    expect(_item(page, keys[1])).to_be_focused()
    _arabic(page, "k")
    expect(_item(page, keys[0])).to_be_focused()
    _arabic(page, "a")
    _says(page, keys[0], _SAVED)
    assert [j["decision"] for j in _judgements(page)] == ["accept"]


def test_a_letter_on_another_place_is_what_it_says(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(f"/review?incident={BATTLE}")
    _press(page, "j", "KeyC")  # J of a Dvorak keyboard
    expect(_item(page, _key(page, 0))).to_be_focused()


@pytest.mark.parametrize("mark", ["?", "؟"])
def test_the_question_mark_lists_the_keys(visit: Visit, own_demo: str, mark: str) -> None:
    page = visit(own_demo).open(f"/review?incident={BATTLE}")
    help = page.locator("#keys-help")
    expect(help).not_to_be_visible()
    _press(page, mark, "Slash")
    expect(help).to_be_visible()
    listed = help.locator("kbd").all_inner_texts()
    assert set(listed) >= {"J", "K", "A", "R", "E", "U", "S", "D", "Z", "?"}
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("[data-item]:focus")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(help).not_to_be_visible()
    page.keyboard.press("j")
    expect(_item(page, _key(page, 0))).to_be_focused()
    assert _judgements(page) == []


def test_letters_in_a_field_stay_letters(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(f"/review?incident={BATTLE}")
    field = page.locator("[data-item] [name=why]").first
    field.fill("")
    field.focus()
    page.keyboard.type("jaasd?")
    expect(field).to_have_value("jaasd?")
    expect(page.locator("#keys-help")).not_to_be_visible()
    assert _judgements(page) == []


def _latin(page: Page, letter: str) -> None:
    page.keyboard.press(letter)


def _arabic(page: Page, letter: str) -> None:
    _press(page, ARABIC[letter], f"Key{letter.upper()}")


def _press(page: Page, key: str, code: str) -> None:
    """Presses the key at a place (`code`) of a keyboard on which it gives `key`."""
    session = page.context.new_cdp_session(page)
    pressed = {"key": key, "code": code}
    session.send("Input.dispatchKeyEvent", {"type": "keyDown", "text": key, **pressed})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **pressed})
    session.detach()


def _key(page: Page, number: int) -> str:
    return str(page.locator("[data-item]").nth(number).get_attribute("data-key"))


def _item(page: Page, key: str) -> Any:
    return page.locator(f'[data-item][data-key="{key}"]')


def _says(page: Page, key: str, text: str | re.Pattern[str]) -> None:
    expect(_item(page, key).locator("[data-item-status]")).to_have_text(text)


def _judgements(page: Page) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = page.request.get("/api/v1/judgements").json()["judgements"]
    return listed
