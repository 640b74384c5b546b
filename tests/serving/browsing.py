"""What tests do in a browser: sign in, look for faults of accessibility."""

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.serving.conftest import Served

__all__ = ["faults_of", "sign_in"]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def sign_in(tab: Page, served: Served, token: str | None = None) -> None:
    """Sign in, as somebody who may write if no token is named."""
    tab.goto(f"{served.at}/sign-in")
    tab.get_by_label("Token").fill(token or served.write)
    tab.get_by_role("main").get_by_role("button", name="Sign in").click()
    tab.wait_for_url(lambda url: "/sign-in" not in url)


def faults_of(tab: Page) -> Sequence[str]:
    """Return what axe-core finds against WCAG 2.2 A and AA on a page that is open: rule, and the first element at fault."""
    found: dict[str, Any] = Axe().run(tab, options={"runOnly": {"type": "tag", "values": WCAG}}).response
    return [
        f"{v['id']}: {v['nodes'][0]['html'][:200]} {v['nodes'][0]['failureSummary'][:300]}" for v in found["violations"]
    ]
