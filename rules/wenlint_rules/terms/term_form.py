import re
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.search.patterns import lazy, sought

#: Names of which no other writing is right, and which mean nothing else in lower case.
TERMS = """
    ChatGPT GitHub GitLab iOS iPadOS JavaScript jQuery LinkedIn macOS MongoDB MySQL Node.js OpenAI PayPal PostgreSQL
    PyTorch SQLite TensorFlow TypeScript WordPress YouTube
"""
FORMS = {term.lower(): term for term in TERMS.split()} | {"nodejs": "Node.js"}
#: Part of a longer name, a file, an address, a key or a tag: not a word of its own.
NAME = sought(
    rf"(?<![A-Za-z0-9_.@/\\#$:=<-])(?<!Cisco )(?:{'|'.join(map(re.escape, sorted(FORMS, reverse=True)))})"
    r"(?![A-Za-z0-9_@/\\(=-]|[.:][A-Za-z0-9_/])",
    re.IGNORECASE,
)
#: A command before it on the line; so far it is looked for, in code points.
COMMAND = lazy(
    r"(?:^|[\s\ufffc$>])(?:add|apt|brew|cd|docker|from|get|git|import|install|npm|npx|pip|pull|require|run|sudo|use|yum)"
    r"[ ][A-Za-z0-9 ._=-]*\Z"
)
NEAR = 40


@rule(
    languages={"zh", "ja", "ko"},
    unsafe={
        "代码在 ⟦github⟧ 上。": "代码在 GitHub 上。",
        "支持⟦IOS⟧和⟦MacOS⟧，用⟦Javascript⟧、⟦nodejs⟧和⟦Mysql⟧写。": "支持iOS和macOS，用JavaScript、Node.js和MySQL写。",
    },
    good=[
        "代码在 GitHub 上，支持 iOS 和 macOS，用 JavaScript、Node.js 和 MySQL 写。",
        "见 github.com 和 https://github.com/a 吧，装 mysql-client 和 node.js.txt",
        "运行 npm install typescript 之后",
        "设置 GITHUB_TOKEN 和 @github，用`github`也行",
        "思科路由器的系统 Cisco IOS 很老。",
        "mysql.connect(甲)，mysql(甲)，typescript=真",
        "The github repository is here.",
        "Mac OS X 是旧名。",
    ],
    source="The names' owners",
    default=False,
)
def term_form(document: Document) -> Iterator[Finding]:
    """The name of a product not written as its owner writes it: `github`, `IOS`, `Javascript`.

    File names, addresses, packages, commands, keys and English text are left alone.
    """
    prose = document.prose
    for name in document.find(NAME):
        right, start = FORMS[name[0].lower()], name.start()
        line = document.line_at(start)[0]
        if name[0] != right and not COMMAND.search(prose, max(line, start - NEAR), start):
            yield replace(name.span(), right, f"“{{0}}” is written “{right}”", Safety.UNSAFE)
