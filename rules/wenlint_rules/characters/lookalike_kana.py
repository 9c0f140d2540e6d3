import re
from collections import Counter
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.character_names import named
from wenlint.unicode.characters import HAN, HIRAGANA

#: Han and kana that are drawn alike.
KATAKANA = str.maketrans("一二三八千口力夕工卜才又へべぺり", "ーニミハチロカタエトオヌヘベペリ")
HAN_OF = str.maketrans("ーニハチロカタエトオヌ", "一二八千口力夕工卜才又")
HIRAGANA_OF = str.maketrans("ヘベペリ", "へべぺり")
K = "ァ-ヺー"
#: Between katakana; between two whole words it may be a word of its own (`ブランド力アップ`), and so may a numeral
#: before a counter (`ベスト一キロ`) or the particle `へ`.
IN_KATAKANA = lazy(
    f"(?<=[{K}])(?:[口夕工卜又べぺり二八千]|一|[三力才](?![ァ-ヺ]{{3}})|力(?=[ァィゥェォッャュョー]))(?=[{K}])"
)
COUNTED = lazy(
    "[一二三八千](?:[カケヶヵコツ](?![ァ-ヺー])|キロ|メートル|リットル|パーセント|グラム|ドル|ユーロ|ページ|センチ|ミリ|トン|ダース|チーム|クラス|ポイント)"
)
#: What follows `カ` in names of places (`自由カ丘`) and in counts.
PLACES = "丘原崎谷関岳峰島池淵浦浜台岡瀬嶽根本森窪月国所年条村町"
#: By itself between Han; items are labelled with イロハ (`同号ロの`), and `カ` counts (`五カ国`).
IN_HAN = lazy(f"(?<=[{HAN}])(?<![一二三四五六七八九十百千〇数幾何全各半])(?:[エタ]|カ(?![{PLACES}]))(?=[{HAN}])")
IN_HIRAGANA = lazy(
    f"(?<=[{HIRAGANA}])[ベペリ](?=[{HIRAGANA}])|(?<=[{HAN}{HIRAGANA}])ヘ(?![長短音])(?=[{HAN}{HIRAGANA}、。])"
)
#: In Chinese a single katakana between Han is none, where the paragraph holds no other.
IN_CHINESE = sought(
    f"(?<=[{HAN}])(?:[ニハチロカタエトオヌ](?=[{HAN}])|ー(?=[个個条條种種次年月日章节節般直定些样樣切旦起致]))"
)
KANA = sought(f"[{HIRAGANA}{K}]")
#: Where kana are the subject.
ABOUT = sought("假名|日[语語文]|[ァ-ヺ][、，]")


@rule(
    languages={"zh", "ja"},
    unsafe={
        "コンピュ⟦一⟧タとプ⟦口⟧グラムのサ⟦一⟧ビス": "コンピュータとプログラムのサービス",
        "ラ⟦べ⟧ルとプ⟦り⟧ント、協⟦カ⟧者のすべて": "ラベルとプリント、協力者のすべて",
        "東京⟦ヘ⟧行くのはす⟦ベ⟧てです": "東京へ行くのはすべてです",
        "这个人⟦ロ⟧很多，第⟦ー⟧章": "这个人口很多，第一章",
    },
    good=[
        "ブランド力アップとベスト一キロ、五カ国、三カ月です", "アメリカへドルを送る", "同号ロの規定", "ニーハオと言った", "人口很多，一章", "世界一の",
        "片假名カ和汉字力", "自由カ丘とヘ長調、曲はヘ長調です", "北京ー上海", "中国へ行く", "ー、ニ、ハ", "一カ所に", "《ハチ公物语》和《ドラえもん》的故事，好",
    ],
    source="UTS #39, Unicode Security Mechanisms, 4",
)  # fmt: skip
def lookalike_kana(document: Document) -> Iterator[Finding]:
    """A Han or a kana that stands for the one that is drawn alike: `コンピュ一タ` with the numeral one, `人ロ` with kana.

    OCR and slips in typing leave them. The neighbours tell what was meant: one Han inside a word of katakana, one
    katakana inside a Chinese word. As a word may rightly be so written, the fix is not safe. Counters (`五カ国`), the
    labels of items (`同号ロ`) and words that end in `力` are left alone.
    """
    prose = document.prose
    if document.language.startswith("zh"):
        found = list(document.find(IN_CHINESE))
        ours = Counter(document.block_index(kana.start()) for kana in found)
        others = Counter(document.block_index(kana.start()) for kana in document.find(KANA))
        about = document.blocks_with(ABOUT)
        for kana in found:
            if (block := document.block_index(kana.start())) not in about and ours[block] == others[block]:
                yield _finding(kana, HAN_OF)
        return
    for table, pattern in ((KATAKANA, IN_KATAKANA), (HAN_OF, IN_HAN), (HIRAGANA_OF, IN_HIRAGANA)):
        for letter in pattern.finditer(prose):
            if not COUNTED.match(prose, letter.start()):
                yield _finding(letter, table)


def _finding(letter: re.Match[str], table: dict[int, int]) -> Finding:
    meant = letter[0].translate(table)
    return replace(
        letter.span(), meant, f"“{{0}}” ({named(letter[0])}) stands for “{meant}” ({named(meant)})", Safety.UNSAFE
    )
