"""How likely a text is in Chinese, Japanese or Korean, by the letters it is written with.

A cost is the negative natural logarithm of a probability (nats): what is likely costs little. The model knows how often
each character is, and nothing of what stands beside it. Costs of two readings of the same bytes can be compared: of
bytes that are text in one encoding, the right reading costs least.
"""

import math
from collections import Counter
from functools import cache

from wenlint.search.patterns import lazy
from wenlint.unicode.characters import CJK_MARKS, HAN, HANGUL, KANA

#: What is not ASCII and most frequent in a language, the most frequent first: counted in statutes, novels, essays,
#: handbooks and documentation, each source with the same weight, by tools/letter_ranks.py.
RANKS = {
    "zh-Hans": (
        "的，。一、是人不有用了在个以文行件这可定道和他：）（出为大会上中法时我到下来当第要你数本条应作发理使"
        "地能或就者；对十如后得生设过机程令工说自也开所成规动进关方命面民管将子务之示其指于分部目事公内只名们"
        "国前多信项年制业实三入二主小建门经通表么然等那政看式都果提间输字全并现保家无网同已位加接据员显置市没"
        "代选查手处知统但息安里最户器包好区明录重口合去而服还系从单种意着情符标相日新量由天心起产此参向想及与"
        "它变被高学见很四执正更存解例期取两常交改任计认水因头组证外施容性物问每度点序回端何五告比次样身些级需"
        "该议原除照则列责长号源打具”品模什声权请结技资少运收体格她语“构化气护电配车值案院给又码调功报未立金"
        "笑路力依供备准支府限非做算按防放场别转检完持费己话老传周直反决装投记类司布再术软确审义却写元空求图展"
        "监便各美月复压编特必平真共送师连活像根许科把利英才态环况远听百创流书修委《》站风强让受密先试色境六光"
    ),
    "zh-Hant": (
        "的，。一是在個有你不以用這我、可人會了本們分到行來要上中式作：下如定為就他支法能）（版案使時出道所大"
        "和當第工程後過對數方」「建者得也提其地成果理件應合指之前看實並新然或發將生都立目自而例它條設開文檔令"
        "資說多事內變只別與執存名些更同動十於表關想何最入已子面部那型現參被；做管但代進改此字無交通麼專回經機"
        "端沒好樣因知取民物還常庫值碼業解三意位容二相錄重讓示原加產裡小等很公需規接國情主特年向次儲料種完著體"
        "正照修家去稱單全標範結天從制該及門再任處併遠把學命器安兩查起點訊傳市明務手告元章比考區計外每話由先網"
        "包列政保具間員功構技心議決檢直題且預日四什必引寫服見請統試量推非除系送組測整期始論圖像函才問證電給長"
        "性供基高確叫模施控化裝院編五術水路品少記己快書切算錯簡氣又收片力度金審許義身徵放透運號依未頭息譯各訴"
        "權求語即清則節師況利按據換幾反共便連科級責介護真格追緒項失流顯釋輸呼誤準強突認場史源選她限老卻聲注展"
    ),
    "ja": (
        "の、いにしたては。とをでなるすまがンかれうこーもっりらあさ《》トんくきそつだよスクテおイけ「」コやル"
        "リプえわせどめッ人ポィちみシ一ネラアば用出レろへブロじド使タジ見ョフ合中行…場下げ要［］＃）（数グひ"
        "ず大日時ねパ的デ上―子オふびバ方ェ言思来私字分二年自ほょ関作何間前同型文手気入動事ごべ内生十キベ例小"
        "サ値ニむ実明本ゐゃ三定変必持エ性家者ムダ心セマ素女メ意ハ以チ月立能ざ名知発引ケ部今新ウ成物ぬ通彼ぶ書"
        "カ山後点ォ君ノツぎ取更少ビ目ぐ付返ザナガ様々外｜理屋注開呼状ソ面可第力態正存ぼ度親参ゆづ聞代？最御体"
        "無全供照先不五身話利現示地次水顔化切対太夫提記列終長傍郎所属法空ぞモ込ヲ口向学相当四ァ構宣！常ュ考追"
        "田云別期白渡機適感細在声加多単：高ミ夜道『』ャ居直初主表村指馬読依ぜ士然登世木保風置男会詳父帰結有係"
        "天ボ近受特解推配足非戸音頭待複眼仕他八得笑／真・ペ車説処母公金色味青問制際録重野算助１悪論信神ズ限式"
    ),
    "ko": (
        "다이는하에니를을로가수의지서트있한용사기은해스할고리습시일으드어자면입정도합인만제포라성것컴요그보러"
        "여되나적들전경함모게파때대타명동과부와아않넌된우변문프반장상더데작값소체실위터브예내커저행구세치개션"
        "야출생코버유메조호설같레록래없주됩환중밋음령마방링추른업든크분거식현두공언법토필능려렌히태결선번처화"
        "단바운표발플랜참클신디관각비직본열속될확오원객당접달했계옵재임안간또형력항키턴미새알“”매며름템젝점"
        "벤연렉무준통배존패복응떤워따므었최듈테런진후순목받째져근까티먼많택럼루감네특집살별릿훅등렇효약초페께"
        "콜불르역핸백규읽권릭애건검외펴케립산노딩싶종겠즉및류완절앱영좋막램료너떻청빌줄볼첫’강칙람론말증몇올"
    ),
}
#: The n-th of these has the probability A / (n + B): Zipf's law as Mandelbrot has it, fitted to the same texts.
ZIPF = {"zh-Hans": (0.28, 30), "zh-Hant": (0.28, 30), "ja": (0.2, 5), "ko": (0.28, 10)}
#: The national standard of each language and the lead bytes of its first level, which holds the usual letters.
STANDARDS = {
    "zh-Hans": ("gb2312", range(0xB0, 0xD8)),
    "zh-Hant": ("big5", range(0xA4, 0xC7)),
    "ja": ("shift_jis", range(0x88, 0x98)),
    "ko": ("euc_kr", range(0xB0, 0xC9)),
}
LANGUAGES = (*RANKS,)
#: Of a character beyond those ranks, in nats: a usual letter, another of the standard, another East Asian one, any
#: other. Each is the share of such characters in text, divided among as many as there are.
LEVEL_ONE, STANDARD, EAST_ASIAN, ODD = 10.2, 12.2, 17.2, 20.7
#: Of a character of ASCII, and of a control, which text hardly holds.
ASCII, CONTROL = 3.0, 10.0
#: Of any one byte of 256.
BYTE = math.log(256)
#: Of a place where bytes are damaged: one in some thousand bytes.
DAMAGE = 7.0
#: How many characters have to be seen until a text's own letters count for as much as those of its language.
OWN = 300
#: What counts for a byte that was not seen yet, as Krichevsky and Trofimov have it.
UNSEEN = 0.5
HIGH = range(0x80, 0x100)

_EAST_ASIAN = lazy(f"[{HAN}{KANA}{HANGUL}{CJK_MARKS}“”‘’\u3000-\u33ff\uff01-\uffee]")
_TEXT_CONTROLS = "\t\n\r\f"


@cache
def _ranks(language: str) -> dict[str, int]:
    return {character: rank for rank, character in enumerate(RANKS[language], 1)}


@cache
def cost_in(language: str, character: str) -> float:
    """Of one character in a text of that language, in nats."""
    if character <= "\x7f":
        return ASCII if character.isprintable() or character in _TEXT_CONTROLS else CONTROL
    if (rank := _ranks(language).get(character)) is not None:
        often, offset = ZIPF[language]
        return math.log((rank + offset) / often)
    standard, usual = STANDARDS[language]
    try:
        code = character.encode(standard)
    except UnicodeEncodeError:
        return EAST_ASIAN if _EAST_ASIAN.match(character) else ODD
    return LEVEL_ONE if code[0] in usual else STANDARD


@cache
def _chance(languages: tuple[str, ...], character: str) -> float:
    """The probability of a character in a text in any of these languages."""
    return sum(math.exp(-cost_in(language, character)) for language in languages) / len(languages)


def mean_cost(counts: Counter[str], *languages: str) -> float:
    """Of a character that is not ASCII, by what is usual in any of these languages; 0 where there is none."""
    beyond = {character: count for character, count in counts.items() if character > "\x7f"}
    cost = sum(count * -math.log(_chance(languages, character)) for character, count in beyond.items())
    return cost / max(sum(beyond.values()), 1)


def cost_of_text(counts: Counter[str], *languages: str) -> float:
    """Of a text in any of these languages, from how often each character is in it; ASCII costs the same in all.

    What was there is likelier to come again, as with balls that are drawn from an urn and put back with one more of
    their colour: names, and the words that a text is about.
    """
    cost, seen = 0.0, 0
    for character, count in counts.items():
        if character <= "\x7f":
            cost += count * cost_in(languages[0], character)
        else:
            weight = OWN * _chance(languages, character)
            cost += math.lgamma(weight) - math.lgamma(count + weight)
            seen += count
    return cost + math.lgamma(seen + OWN) - math.lgamma(OWN)


def cost_of_bytes(counts: Counter[int]) -> float:
    """Of bytes that are the letters of some alphabet, or nothing at all, from how often each is there.

    The more often a byte was there, the likelier it comes again: so a text in an alphabet costs little, whatever the
    alphabet, and so do the lead bytes of kana.
    """
    cost = sum(count * cost_in(LANGUAGES[0], chr(byte)) for byte, count in counts.items() if byte < HIGH.start)
    high = [count for byte, count in counts.items() if byte >= HIGH.start]
    cost += math.lgamma(sum(high) + UNSEEN * len(HIGH)) - math.lgamma(UNSEEN * len(HIGH))
    return cost - sum(math.lgamma(count + UNSEEN) - math.lgamma(UNSEEN) for count in high)
