"""Right text that looks wrong to a careless tool. Safe fixes leave every one of these as it is."""

import msgspec
import pytest
from wenlint import Document
from wenlint.fixing.fix import fix
from wenlint.model.settings import Settings
from wenlint.rules.loader import load_rules

BOTH = {
    "tab-separated values": "你好。\tHello.\n我喜欢这部电影，很好看。\tpositive\n苹果\t一种水果，很好吃。\n",
    "entity": "甲&nbsp;乙&#8220;中文&#8221;\n",
    "address with Han": "见 https://example.com/search?关键字=测试 和 http://localhost:端口/ 吧\n",
    "address without a scheme": "见 example.com/文档?id=1 吧\n",
    "wiki link": "见[[文件:图.png]]和[[笔记,一]]。\n",
    "citation": "如前所述[@张三:2020]。\n",
    "key binding": "按 Ctrl+,打开。\n",
    "faces": "好难过:(\n\n开心:D\n\n哈哈;P\n",
    "a mark the sentence speaks of": "字段之间用,分隔，行尾以;结尾，将英文逗号,改掉。\n",
    "widths the sentence speaks of": "请把全角数字１２３改成半角数字123。\n",
    "official title": "《中共中央 国务院关于做好工作的意见》发布了，请认真学习。\n",
    "slogan": "开展“不忘初心 牢记使命”主题教育，成效显著，群众满意。\n",
    "list of names": "主演：梁朝伟 刘德华 黄秋生。\n",
    "list of words": "关键词：机器学习 深度学习 神经网络。\n",
    "names in a sentence": "出席会议的有张三丰 李四光 王五行，列席的有赵六。\n",
    "menu": "菜单：宫保鸡丁 鱼香肉丝 麻婆豆腐，每份二十元。\n",
    "Japanese name": "村上 春樹は作家です。山田 太郎さんが来た。\n",
    "Japanese name that is written in one piece elsewhere": (
        "これは山田 太郎さんの本です。"
        + "ここにはいろいろなことばがならんでいるだけです。" * 140
        + "その山田太郎が来た。\n"
    ),
    "heads of clauses": "第一条 目的 为了规范管理，制定本办法。\n\n第二条 定义 本办法所称员工，是指全体人员。\n",
    "head of a dateline": "2020年1月1日 新华社 记者张三报道，会议开幕。\n",
    "references cut before their type": "[1] 黄昌宁, 赵海. 中文分词十年回顾\n[J]. 中文信息学报, 2007, 21(3): 8-19.\n",
    "references without a type": "[1] 张三, 李四. 论中文排版. 中国科学, 2010, 3(2): 12-15.\n[2] 王五, 赵六. 排版. 北京, 2001.\n",
    "Japanese address": "東京都 港区に住んでいます。\n",
    "Japanese pause": "そうなんですか、、、わかりました。うーん。。どうしよう。\n",
    "respect": "依據 貴局函辦理，請 查照，並請依規定辦理後續事宜。\n",
    "ellipsis of commas": "好吧，，，算了\n",
    "list numbers in brackets": "（包括1)甲项、2)乙项）好，（今天很开心:)）\n",
    "blanks to fill in": "中国的首都是  。\n\n今年是  年，我们要努力，大家都要努力才行。\n",
    "contract": "甲方于  年  月  日签订本合同，有效期三年，双方遵守。\n",
    "verse": "春眠不觉晓 处处闻啼鸟。\n",
    "byline": "新华社 北京 电，记者 李明。\n",
    "headers of columns": "姓名 年龄 籍贯\n\n请填写姓名年龄籍贯三项。\n",
    "letterhead": "# 北京大学\n\n计算机学院\n\n我毕业于北京大学计算机学院，很高兴。\n",
    "page break of an author": "甲\n\n<!-- pagebreak -->\n\n乙\n",
    "page marker in a sentence": "页码标记写作 <PAGE_DIV> 或别的，都要删。\n",
    "drawing": "客户端──服务器──数据库\n",
    "from day to day": "周一--周五上班，第三--五章。\n",
    "git": "执行 git diff 分支...主干 看看\n",
    "exam": "A 甲，很好。  B 乙，不好。\n",
    "dialogue": "A: 你好，我是小明。  B: 你好，再见。\n",
    "label of a figure": "用Vue写，用Go写，用Lua写，用Perl写，用Ruby写，好。\n\n图1 系统结构\n",
    "hashtag": "用 Vue 写，用 Go 写，用 Lua 写，用 Perl 写，用 Rust 写\n\n看 #Vue标签 吧\n",
    "file name": "用 Vue 写，用 Go 写，用 Lua 写，用 Perl 写，用 Rust 写\n\n见报告v最终版.docx\n",
    "numbers": "人口1,234万，比例3:1，版本1.2.3，时间10:30:00。\n",
    "circles to fill in": "于二○○○年○月○日，张○○、王○明到场。\n",
    "answers": "一○二×三○四○，周一0点，选二○。\n",
    "chips and other names": "三O三，二OK，第一0A号。\n",
    "a series": "求1，2，…，n的和，即甲、乙、…、癸。\n",
    "name of a button": "好……他点“打开…”。\n",
    "bullets": "•马里\n•利比亚•托尔\n",
    "leader": "总则………………1\n宫保鸡丁………二十元\n",
    "items of a law": "违反本条例第十七条第一、二、三项，第（一）、（三）项的。\n",
    "heads of sentences": "摘要 本文研究了中国经济发展的规律。\n\n附则 本法解释权归国务院。\n\n本报讯 昨日下午，市政府召开会议。\n",
    "a dictionary": "释义 表示高兴。例句 他很开心。近义词 快乐。\n",
    "a timetable": "周一 语文、数学；周二 英语、体育。\n",
    "a reference": "[2] 王五. 数据库系统概论[M]. 北京: 高等教育出版社, 2014: 33-40.\n",
    "Korean with Han": "大韓民國은 民主共和國이다.\n\n1945年 8月 15日, 光復.\n",
    "Korean": "한국어 문장은 쉼표, 마침표. 그리고 “인용”, ‘작은 인용’을 쓴다! 정말?\n\n띄어 쓰기 는 낱말 을 나눈다; Python 3개, 10:30 까지...\n",
    "Korean in vertical lines": "「안녕하세요」라고 그가 말했다。그리고、그는 갔다。\n",
    "type arguments and members": "使用 Map<String,整数> 或者数组[1,2,三]和正则[一-龥,。]，好。\n",
    "a connector": "芙蓉街—百花洲历史文化街区，北京—上海、广州—深圳。\n",
    "boxes of an exam": "（ √ ）对，（ × ）错，选（ A ）。\n",
    "numbered verses": "1 起初，神創造天地。 2 地是空虛混沌。 3 神說，要有光。\n",
    "what NFKC destroys": "①½㎡№Ⅷ㈱℃…﷽\n",
    "dotted names": "列夫.托尔斯泰写了书，约翰.史密斯读了。文件.打开，北京.中国。\n",
    "labels with a dot": "一. 总则，甲。\n\n附录一.\n\n甲. 张三，乙. 李四。\n",
    "references": "甲。乙。丙。丁。\n\n[2] 刘国钧，陈绍业. 图书馆目录. 北京：高等教育出版社.\n\n王小波. 黄金时代[M]. 北京，1997年版.\n",
    "record of a bank": "ﾐﾂｲｽﾐﾄﾓ ｷﾞﾝｺｳ ﾎﾝﾃﾝ 100\n",
    "inches and feet": '24"显示器和27"显示器，身高5\'10"，it\'s 好。\n',
    "lists of numbers": "分别为100，200，300元，编号100，020个，共2020，2021年。\n",
    "numbered inline": "需提供1．2寸照片2张2．身份证，比例3：1，第3．14条。\n",
    "Japanese faces": "(｡･ω･｡) わーい(ﾟДﾟ)、ヽ(´ー｀)ﾉ ヾ(ﾟдﾟ)ﾉﾞ (ﾉ･ﾛ･)ﾉ です。\n",
    "faces of brackets": "(╯°□°）╯︵ ┻━┻ (︶︿︶) ╮(﹀_﹀)╭ ಥ﹏ಥ 好。\n",
    "bars and menus": "早报︱今日要闻，点击右上角的︙打开菜单。\n",
    "vertical forms as the subject": "直排时用︵甲︶和乙︐丙，横排时不用。\n",
    "blanks and gaps a square wide": "第一章\u3000总\u3000则\n\n白日依山尽，\u3000黄河入海流。\n\n甲方\u3000，乙方\u3000。\n",
    "respect by a square": "依據\u3000貴局函辦理，請\u3000查照，並請依規定，妥善，辦理。\n",
    "emoji": "👨\u200d👩\u200d👧 和 ❤\ufe0f 好\n",
    "reduplicated words": "谢谢，人人看看，高高兴兴，吃吃喝喝玩玩乐乐，吃喝玩乐，加加加油油油，加油！研究研究，天天天蓝蓝蓝。\n",
    "a meeting's agenda": "全国人民代表大会会议议事规则，会议事项。\n",
    "letters three times": "哈哈哈嘿嘿嘿呵呵呵，好好好是是是，快快快跑跑跑！快跑。\n",
    "a letter typed twice in numbering": "见第第三章和第第11条。\n",
    "hyphens that hang": "先讲 micro-\nand nanoscale。\n",
    "prices with leaders": "宫保鸡丁………38\n鱼香肉丝………28\n",
    "a refrain": "让我们荡起双桨，小船儿推开波浪。\n让我们荡起双桨，小船儿推开波浪。\n",
    "a byte-order mark as the subject": "文件以“\ufeff”开头。\n",
}
PLAIN = {
    "a letter in a story": "　　他打开信，读了起来。\n" * 20 + "    亲爱的妈妈，我很好。\n    你好吗？请回信。\n",
    "an outline": "  第一点，要抓好落实。\n" * 20 + "    其中，要压实责任。\n  第二点，要总结经验。\n",
    "table of values": "姓名,年龄,籍贯\n张三,20,北京\n李四,30,上海\n",
    "table with a quoted value": '姓名,年龄,备注\n张三,25,"读书，运动"\n李四,30,无\n',
    "table with semicolons": "编号;名称;单位;价格\n1;苹果;千克;5.50\n2;香蕉;千克;3.20\n",
    "fields of reStructuredText": ":作者: 张三\n:日期: 2023-01-01\n",
    "columns": "标记       说明\n\n  o      建议，但不要求\n\n ✓       要求\n",
    "YAML": "服务器:\n  名称: 主机\n  端口: 8080\n",
    "SQL": "SELECT 姓名,年龄 FROM 用户;\nINSERT INTO 用户 (姓名,年龄)\n",
    "program": 'x = "你好",名称\n结果 = 条件?甲:乙;\n',
    "a drawn table": "+------+-------+\n| 张三 | 高,瘦 |\n+------+-------+\n",
    "a path": "见 /home/用户/报告:最终.txt 和 \\\\服务器\\共享\\甲,乙\n",
    "TeX": "概率 $P(甲|乙)=x,乙$ 和 \\(甲,乙\\) 好\n",
    "link left in plain text": "见[链接](http://a.cn/中,文)。\n",
    "blank at a line's end": "姓名：　　　　　　\n日期：　　　　　　\n",
}
MARKDOWN = {
    "hyphen in a fence": "```\nx = regis-\nter + register\n```\n",
    "numbering in a fence": "```\n第第一一章章\n```\n",
    "code by indent": "会议要求，要加强领导。\n\n    甲，乙。\n",
    "template over several lines": '{{< figure\n  title="标题:甲,乙"\n>}}\n',
    "attributes": '段落{.甲 b="乙,丙"}\n',
    "anchor of a heading": "见[此](#标题-成果推广)。\n\n## 标题 成果推广\n\n说明标题成果推广。\n",
    "code fence that never ends": "```\n甲,乙",
    "tag over several lines": '<img src="a"  \n alt="甲,乙">好\n',
    "CR LF in a fence": "甲。\n\n```\n乙,丙\n```\n",
}


@pytest.mark.parametrize("text", [*BOTH.values(), *PLAIN.values()], ids=[*BOTH, *PLAIN])
def test_plain_text_is_left_alone(text: str) -> None:
    assert fix(Document(text), load_rules()).text == text


@pytest.mark.parametrize("text", [*BOTH.values(), *MARKDOWN.values()], ids=[*BOTH, *MARKDOWN])
def test_markdown_is_left_alone(text: str) -> None:
    fixed = fix(Document(text, "markdown"), load_rules()).text
    assert fixed.rstrip("\n") == text.rstrip("\n")


REPAIRED = {
    "a label drawn twice before a reduplicated word": (
        "第第十十二二条条 干干净净，整整齐齐。\n",
        "第十二条 干干净净，整整齐齐。\n",
    ),
    "a word cut by a page end": (
        "We want you to regis-\n\f\nter here.\n\nPlease register now.\n",
        "We want you to register here.\n\nPlease register now.\n",
    ),
    "a second byte-order mark before a heading": ("甲。\n\n\ufeff\ufeff第一章\n", "甲。\n\n第一章\n"),
    "a label after a form feed keeps its space": (
        "甲。\n\f第四十八条 死刑只适用于罪行极其严重的犯罪分子。\n",
        "甲。\n第四十八条 死刑只适用于罪行极其严重的犯罪分子。\n",
    ),
    "a form feed that parts two lines leaves a line end": ("八  省債。\f九  省銀行。\n", "八  省債。\n九  省銀行。\n"),
    "a full-width run over markup": ("共１**２**个ＡＢ,好。\n", "共1**2**个AB，好。\n"),
    "one fix that breaks a link does not hold back the others": (
        "[甲,乙] 见此。\n\n丙说,好。\n\n[甲,乙]: http://a.cn\n",
        "[甲,乙] 见此。\n\n丙说，好。\n\n[甲,乙]: http://a.cn\n",
    ),
    "many fixes that would break the structure do not hold back the others": (
        "- １. 甲,乙\n" * 40 + "- 甲,乙\n" * 200,
        "- １. 甲，乙\n" * 40 + "- 甲，乙\n" * 200,
    ),
    "a mark before a closing quote": ("他说：“你好!”我说：“再见?”\n", "他说：“你好！”我说：“再见？”\n"),
}


@pytest.mark.parametrize(("text", "repaired"), REPAIRED.values(), ids=list(REPAIRED))
def test_what_is_repaired_beside_a_trap(text: str, repaired: str) -> None:
    assert (
        fix(Document(text, "markdown" if "*" in text or "[" in text or "- " in text else "plain"), load_rules()).text
        == repaired
    )


def test_paragraphs_keep_the_habit_of_the_source_where_that_is_asked_for() -> None:
    lines = [
        "　　会议指出，要认真总结经验，把这项工作",
        "放在更加突出的位置，完善制度机制，压实各",
        "方责任，加强督促检查，确保任务落实。",
    ]
    text = "\n".join(lines * 3) + "\n"
    joined = "".join(lines)
    for habit, between in (("blank-line", "\n\n"), ("source", "\n")):
        settings = msgspec.convert({"style": {"paragraphs": habit}}, Settings)
        assert fix(Document(text, settings=settings), load_rules()).text == between.join([joined] * 3) + "\n"
