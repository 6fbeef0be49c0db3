"""Review by keyboard alone, with a lost connection, and by two people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect
from views.web.browser.visiting import Visitor

Visit = Callable[[str], Visitor]
BATTLE = "029ab2d9d83deb97:0-5:bombing"
QUEUE = f"/review?incident={BATTLE}"


def test_a_review_by_keyboard_alone(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(QUEUE)
    keys = page.locator("[data-item]").evaluate_all("all => all.map(one => one.dataset.key)")

    page.keyboard.press("j")
    expect(_item(page, keys[0])).to_be_focused()
    page.keyboard.press("j")
    expect(_item(page, keys[1])).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("a")
    _says(page, keys[0], "Saved as decision 1.")

    expect(_item(page, keys[1])).to_be_focused()
    page.keyboard.press("r")
    page.keyboard.type("the words were misread")
    page.keyboard.press("Enter")
    _says(page, keys[1], "Saved as decision 2.")

    expect(_item(page, keys[2])).to_be_focused()
    page.keyboard.press("u")
    _says(page, keys[2], "Saved as decision 3.")
    page.keyboard.press("z")
    _says(page, keys[2], "Decision 3 is taken back.")
    expect(_item(page, keys[2])).to_be_focused()

    kept = _judgements(page)
    assert [j["decision"] for j in kept[:2]] == ["accept", "reject"]
    assert kept[1]["why"] == "the words were misread"
    assert kept[2]["undone"]


def test_a_role_is_picked_by_selecting_words(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(QUEUE)
    item = page.locator("[data-item]").first
    key = str(item.get_attribute("data-key"))
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(item.locator("details[data-edit]")).to_have_attribute("open", "")
    expect(item.locator("select[name=type]")).to_be_focused()
    for chip in item.locator("[data-chip] input[name=agents]").all():
        chip.uncheck()

    text = item.locator("[data-source-text]")
    text.focus()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowDown")
    words = str(page.evaluate("getSelection().toString()")).split()
    assert len(words) == 2
    pick = item.locator("button[data-role-pick=agents]")
    pick.focus()
    page.keyboard.press("Enter")
    chip = item.locator("[data-role-chips=agents] [data-chip]").last
    expect(chip).to_contain_text(" ".join(words))

    item.locator(".edit-form [name=why]").focus()
    page.keyboard.press("Enter")
    _says(page, key, "Saved as decision 1.")
    made = _judgements(page)[0]
    assert made["decision"] == "correct"
    assert [agent["text"] for agent in made["value"]["agents"]] == [" ".join(words)]


def test_a_judgement_waits_for_the_connection_and_counts_once(visit: Visit, own_demo: str) -> None:
    visitor = visit(own_demo)
    visitor.ignored = ("ERR_INTERNET_DISCONNECTED", "Failed to load resource")
    page = visitor.open(QUEUE)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if _judges(request) else None)
    page.keyboard.press("j")
    page.context.set_offline(True)
    page.keyboard.press("a")
    status = page.locator("[data-review-status]")
    expect(status).to_contain_text("Nothing is lost")
    assert page.evaluate("Object.keys(localStorage).length") == 1
    assert "text" not in page.evaluate("Object.values(localStorage).join()")

    page.context.set_offline(False)
    expect(status).to_have_text("Saved as decision 1.")
    assert page.evaluate("Object.keys(localStorage).length") == 0
    assert len(sent) >= 2
    assert [j["decision"] for j in _judgements(page)] == ["accept"]


def test_an_answer_that_was_lost_is_no_second_judgement(visit: Visit, own_demo: str) -> None:
    visitor = visit(own_demo)
    visitor.ignored = ("ERR_FAILED", "Failed to load resource")
    lost: list[int] = []

    def lose(route: Any) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().status)
        route.abort()

    page = visitor.open(QUEUE, routes={"**/judge": lose})
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("[data-review-status]")).to_have_text("Saved as decision 1.")
    assert lost == [200]
    assert len(_judgements(page)) == 1


def test_a_refused_judgement_holds_up_none_behind_it(visit: Visit, own_demo: str) -> None:
    """A refusal was taken for the end of the session, and all later decisions waited behind it."""
    visitor = visit(own_demo)
    visitor.ignored = ("Failed to load resource",)
    refused: list[str] = []

    def refuse(route: Any) -> None:
        if refused:
            route.continue_()
            return
        refused.append(route.request.url)
        route.fulfill(status=403, json={"ok": False, "message": "This needs another role."})

    page = visitor.open(QUEUE, routes={"**/judge": refuse})
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.get_by_text("This needs another role.").first).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("[data-review-status]")).to_contain_text("Saved as decision 1.")
    assert page.evaluate("Object.keys(localStorage).length") == 0
    assert [j["decision"] for j in _judgements(page)] == ["accept"]


def test_what_waits_survives_the_page(visit: Visit, own_demo: str) -> None:
    visitor = visit(own_demo)
    visitor.ignored = ("ERR_FAILED", "Failed to load resource")
    page = visitor.open(QUEUE, routes={"**/judge": lambda route: route.abort()})
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("[data-review-status]")).to_contain_text("Nothing is lost")
    page.goto("/incidents")
    waiting = page.locator("[data-pending] a")
    expect(waiting).to_have_text("Decisions that wait to be sent: 1")
    page.unroute("**/judge")
    waiting.click()
    page.wait_for_url("**/review")
    expect(page.locator("[data-review-status]")).to_have_text("Saved as decision 1.")
    assert len(_judgements(page)) == 1
    page.goto("/incidents")
    expect(page.locator("[data-pending]")).to_be_hidden()


def test_the_same_forms_without_scripts(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(QUEUE, java_script_enabled=False)
    item = page.locator("[data-item]").first
    item.locator("button[value=accept]").click()
    expect(page.locator(".status-line")).to_have_text("Saved as decision 1.")
    page.click("text=Take it back")
    page.wait_for_load_state()
    assert _judgements(page)[0]["undone"]


def _item(page: Page, key: str) -> Locator:
    return page.locator(f'[data-item][data-key="{key}"]')


def _says(page: Page, key: str, text: str) -> None:
    expect(_item(page, key).locator("[data-item-status]")).to_have_text(text)


def _judges(request: Any) -> bool:
    return bool(request.method == "POST" and request.url.endswith("/judge"))


def _judgements(page: Page) -> list[dict[str, Any]]:
    """All that was decided, the first first."""
    answer = page.request.get("/api/v1/judgements").json()
    listed: list[dict[str, Any]] = answer["judgements"]
    return sorted(listed, key=lambda j: int(j["number"]))
