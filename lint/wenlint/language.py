"""Which language a stretch of text is in, as far as the rules need to know.

Kana says Japanese and Hangul says Korean; between the two scripts of Chinese the letters that only
one of them uses decide.
"""

import re

from wenlint.characters import HAN, HANGUL, HIRAGANA, KANA

#: BCP 47 names. A rule that names "zh" applies to both scripts of Chinese. Regions come from the settings alone.
LANGUAGES = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "ja", "ko", "other")

_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile(f"[{KANA}]")
_HIRAGANA = re.compile(f"[{HIRAGANA}]")
_HANGUL = re.compile(f"[{HANGUL}]")
_LATIN_WORD = re.compile(r"[A-Za-z]+")

#: The commonest letters that are written in one script of Chinese alone.
SIMPLIFIED = "这们来时对会说国为发着过还样没开关见长门问间现东车进远运边达选认让议论设证评识话该语请读课谁调动务区单卖华协历压县双变号听员响团园围图圆场块坏报护换据损执扫扬态怀总战数断无旧术机权条极构标树样检楼欢气汉济测温满热爱状独环电画疗监盘确种积称稳穷竞笔简类级红约纪纯纲纳线练组细终经结绍给络统继续绩维综绿编网联职脑脚获营药虽补装规视观览觉计订训记讲许访诉词试详误谈谢费资质购贵贸赛赢趋轮软转轻载较输连迟适针钟钱铁银错键锁镇长阳阴队际陆陈险随难顶项顺须领频题额风飞饭馆驱验马鱼鸟龙"
TRADITIONAL = "這們來時對會說國為發著過還樣沒開關見長門問間現東車進遠運邊達選認讓議論設證評識話該語請讀課誰調動務區單賣華協歷壓縣雙變號聽員響團園圍圖圓場塊壞報護換據損執掃揚態懷總戰數斷無舊術機權條極構標樹樣檢樓歡氣漢濟測溫滿熱愛狀獨環電畫療監盤確種積稱穩窮競筆簡類級紅約紀純綱納線練組細終經結紹給絡統繼續績維綜綠編網聯職腦腳獲營藥雖補裝規視觀覽覺計訂訓記講許訪訴詞試詳誤談謝費資質購貴貿賽贏趨輪軟轉輕載較輸連遲適針鐘錢鐵銀錯鍵鎖鎮長陽陰隊際陸陳險隨難頂項順須領頻題額風飛飯館驅驗馬魚鳥龍"
_SIMPLIFIED = re.compile(f"[{''.join(sorted(set(SIMPLIFIED) - set(TRADITIONAL)))}]")
_TRADITIONAL = re.compile(f"[{''.join(sorted(set(TRADITIONAL) - set(SIMPLIFIED)))}]")

#: What is read to judge a document.
SAMPLE = 20_000
#: Japanese prose is about half kana; a Chinese sentence that quotes a Japanese title is not.
KANA_SHARE = 0.15
#: Korean may write most of its words in Han, but not their endings.
HANGUL_SHARE = 0.15
#: So many Han without any kana or Hangul are neither Japanese nor Korean.
LONG = 30


def identify(text: str, default: str | None = None) -> str:
    """The language of a text; `default` where the text itself does not say (a heading all in Han)."""
    text = text[:SAMPLE]
    han, kana, hangul = (len(p.findall(text)) for p in (_HAN, _KANA, _HANGUL))
    if hangul > HANGUL_SHARE * (han + hangul) and hangul >= kana:
        return "ko"
    if kana > KANA_SHARE * (han + kana) and (_HIRAGANA.search(text) or not han):
        return "ja"
    if not han:
        return default if default and not _LATIN_WORD.search(text) else "other"
    if han < len(_LATIN_WORD.findall(text)):
        return "other"
    simplified, traditional = (len(p.findall(text)) for p in (_SIMPLIFIED, _TRADITIONAL))
    if default in ("ja", "ko") and han < LONG:  # a heading or a name all in Han, in letters that all write
        return default
    if simplified == traditional:
        return default if default and default.startswith("zh") else "zh-Hans"
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def matches(language: str, wanted: frozenset[str]) -> bool:
    """Whether a rule for the wanted languages applies; "zh" stands for both scripts, "zh-Hant" for its regions."""
    return any(language == name or language.startswith(name + "-") for name in wanted)
