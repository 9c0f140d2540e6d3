"""Which Han are common, by the levels into which the national standards put them."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN

#: The lead bytes of the first levels of GB 2312, Big5 and JIS X 0208: some thousand letters each, which make up nearly
#: all of any text in that language.
LEVELS = {"gb2312": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7), "shift_jis": range(0x88, 0x98)}
LETTER = lazy(f"[{HAN}]")
#: The commonest of all, every third letter of a text.
OFTEN = frozenset(
    "的一是不了在人有我他中大上以到地就要出可也你子之年得自那和下用生作道行所然家成方多去法如都同面起看定天分好小部其些主理心本"
    "前因只想日者意力它把十民第公此已工使情明性知全三又正外高由很最重物手向文美相被利什二等或新己制身果加月合回代信表化老位次度"
    "这们来时对会说国为发着过还样没开关见长门问间现东车进远运边达选认让议论设证评识话该语请读课谁调动务区单卖华协历压县双变号"
    "听员响团园围图圆场块坏报护换据损执扫扬态怀总战数断无旧术机权条极构标树样检楼欢气汉济测温满热爱状独环电画疗监盘确种积称稳"
    "穷竞笔简类级红约纪纯纲纳线练组细终经结绍给络统继续绩维综绿编网联职脑脚获营药虽补装规视观览觉计订训记讲许访诉词试详误谈谢"
    "费资质购贵贸赛赢趋轮软转轻载较输连迟适针钟钱铁银错键锁镇长阳阴队际陆陈险随难顶项顺须领频题额风飞饭馆驱验马鱼鸟龙"
    "這們來時對會說國為發著過還樣沒開關見長門問間現東車進遠運邊達選認讓議論設證評識話該語請讀課誰調動務區單賣華協歷壓縣雙變號"
    "聽員響團園圍圖圓場塊壞報護換據損執掃揚態懷總戰數斷無舊術機權條極構標樹樣檢樓歡氣漢濟測溫滿熱愛狀獨環電畫療監盤確種積稱穩"
    "窮競筆簡類級紅約紀純綱納線練組細終經結紹給絡統繼續績維綜綠編網聯職腦腳獲營藥雖補裝規視觀覽覺計訂訓記講許訪訴詞試詳誤談謝"
    "費資質購貴貿賽贏趨輪軟轉輕載較輸連遲適針鐘錢鐵銀錯鍵鎖鎮長陽陰隊際陸陳險隨難頂項順須領頻題額風飛飯館驅驗馬魚鳥龍"
)


@cache
def _standards(letter: str) -> tuple[bool, ...]:
    """Of the first level of which standards a letter is."""
    codes = ((letter.encode(standard, "ignore"), leads) for standard, leads in LEVELS.items())
    return tuple(bool(code) and code[0] in leads for code, leads in codes)


@cache
def is_common(letter: str) -> bool:
    """Whether a letter is of the first level of any of the standards."""
    return any(_standards(letter))


@cache
def rare() -> re.Pattern[str]:
    """A letter of the main block of Han that is in none of these levels."""
    return re.compile(f"[{''.join(letter for letter in map(chr, range(0x4E00, 0xA000)) if not is_common(letter))}]")


def common_share(letters: Iterable[str] | Counter[str]) -> float:
    """The share of these Han, each as often as it is there, that is common in one language, the one it suits best; 1 where there are none."""
    counts = Counter(letters)
    total = counts.total()
    common: Counter[tuple[bool, ...]] = Counter()
    for letter, count in counts.items():
        common[_standards(letter)] += count
    shares = (sum(n for levels, n in common.items() if levels[i]) for i in range(len(LEVELS)))
    return max(shares) / total if total else 1.0
