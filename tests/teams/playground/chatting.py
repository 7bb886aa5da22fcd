"""A person's hands and eyes in the Playground's page. Everything waits for what it needs, nothing for a while."""

from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.teams.playground.playing import BOT, PERSONAL, Person

PATIENCE = 20_000  # milliseconds: other tests may use the same machine
expect.set_options(timeout=PATIENCE)
_HEADER = '[aria-label="Message header"]'
_AUTHOR = '[aria-label="Message author"]'


@dataclass(frozen=True)
class Chat:
    page: Page
    person: Person

    def install(self, url: str) -> None:
        """Opening the page adds the bot, each time anew."""
        self.page.goto(url)
        self._is_added()

    def reload(self) -> None:
        self.page.reload()
        self._is_added()

    def come_home(self) -> None:
        window = self.page.get_by_role("dialog")
        if window.count():
            window.get_by_role("button", name="Close").click()
        self.open(PERSONAL)

    def open(self, name: str) -> None:
        self.page.get_by_role("treeitem", name=name).click()

    def say(self, text: str) -> None:
        self._type(text)
        self.page.keyboard.press("Enter")

    def mention(self, text: str) -> None:
        """`@Followthrough`, picked from the list of those who are there, and the text."""
        self._type("@")
        self.page.get_by_role("menuitem", name=BOT["name"]).click()
        expect(self._box).to_contain_text(BOT["name"])
        self.page.keyboard.insert_text(f" {text}")
        self.page.keyboard.press("Enter")

    def hear(self, *texts: str) -> Locator:
        """The last message, once it holds all of that; it stays the same one when others follow."""
        for text in texts:
            expect(self.heard.last).to_contain_text(text)
        return self.heard.nth(self.heard.count() - 1)

    def see(self, text: str) -> None:
        """Somewhere among others: a channel shows posts with answers, not messages."""
        expect(self.page.get_by_text(text).last).to_be_visible()

    def ask(self, text: str, *wanted: str) -> Locator:
        self.say(text)
        return self.hear(*wanted)

    def log(self, deal: str, rest: str) -> Locator:
        """A call with somebody new, typed."""
        self.ask(f"logcall {deal}: {rest}", f"No deal of yours is called “{deal}”")
        press(self.heard.last, f"Create “{deal}”")
        return self.hear(f"Logged: {deal}")

    def extend(self) -> Locator:
        """The window that the message extension's command opens."""
        self.page.get_by_role("button", name="Trigger Message Extension App").click()
        self.page.get_by_role("menuitem", name="Action Command").click()
        self.page.get_by_role("textbox", name="Command ID").fill("logCall")
        self.page.get_by_role("button", name="Create", exact=True).click()
        return self.page.get_by_role("dialog").filter(has_text="Your Message Extension App")

    @property
    def heard(self) -> Locator:
        """What the bot said in the chat that is open."""
        by_the_bot = self.page.locator(_HEADER).filter(has=self.page.locator(_AUTHOR, has_text=BOT["name"]))
        return by_the_bot.locator("xpath=..")

    @property
    def _box(self) -> Locator:
        return self.page.locator("[role=textbox][contenteditable=true]")

    def _type(self, text: str) -> None:
        self._box.click()
        self.page.keyboard.insert_text(text)
        expect(self._box).to_contain_text(text.split(maxsplit=1)[0])

    def _is_added(self) -> None:
        """Both events of the installation were taken, as the page's own log tells."""
        for event in ("installationUpdate", "conversationUpdate"):
            expect(self.page.get_by_text(f"{event} 200").first).to_be_visible(timeout=PATIENCE)


def press(where: Locator, name: str) -> None:
    where.get_by_role("button", name=name, exact=True).first.click()


def field(where: Locator, label: str) -> Locator:
    """By the words above it: the Playground names an input by its hint."""
    return where.get_by_label(label).first


def fill(where: Locator, typed: Mapping[str, str]) -> None:
    for label, text in typed.items():
        field(where, label).fill(text)


def assert_filled(where: Locator, typed: Mapping[str, str]) -> None:
    for label, text in typed.items():
        expect(field(where, label)).to_have_value(text)


def choose(where: Locator, label: str, option: str) -> None:
    """One of those that a picker offers."""
    field(where, label).click()
    where.page.get_by_role("option", name=option).click()
