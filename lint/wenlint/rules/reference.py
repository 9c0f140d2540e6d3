"""A rule's page, all of it from the rule's own file: for `wenlint explain` and for `docs/rules`."""

import inspect

from wenlint.model.findings import Safety
from wenlint.model.rule import Example, Rule
from wenlint.unicode.escape import visible

FIXES = {
    Safety.SAFE: "safe fixes",
    Safety.UNSAFE: "unsafe fixes",
    Safety.SUGGESTION: "suggestions",
    None: "reported only",
}


def page(rule: Rule) -> str:
    """The page as Markdown. Line ends are shown as ⏎, what is invisible as its escape."""
    languages = ", ".join(sorted(rule.languages))
    on = "on by default" if rule.default else "off by default"
    on += f", on with `style.{rule.style.replace('_', '-')}`" if rule.style else ""
    parts = [
        f"# {rule.name}",
        f"Group {rule.group} · {FIXES[rule.safety]} · {on} · {languages}",
        inspect.cleandoc(rule.documentation),
        "## Before and after",
        _fenced("diff", "\n".join(map(_difference, rule.bad))),
    ]
    if good := [_visible(text) for text in rule.good if text]:
        parts += ["## Left alone", _fenced("text", "\n".join(good))]
    if rule.source:
        parts += ["## Source", "\n".join(f"- {source}" for source in rule.source.split("; "))]
    if rule.disputed:
        parts += ["## Who disagrees", rule.disputed]
    return "\n\n".join(parts) + "\n"


def _difference(example: Example) -> str:
    if example.fixed is None:
        return f"! {_visible(example.text)}"
    unsafe = "  # unsafe" if example.safety is Safety.UNSAFE else ""
    return f"- {_visible(example.text)}\n+ {_visible(example.fixed)}{unsafe}"


def _fenced(kind: str, text: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}{kind}\n{text}\n{fence}"


def _visible(text: str) -> str:
    return visible(text.replace("\n", "⏎").replace("\r", "␍"))
