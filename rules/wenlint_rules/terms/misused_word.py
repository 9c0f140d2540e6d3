from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.search.patterns import lazy, sought

#: 帐 is a tent or a curtain, 账 an account. 军帐号令 is no account's number.
TENT = sought("(?<![军軍营營蚊纱罗])帐(?=[号户单目本簿册](?!令))|(?<=[转结记付报算查对])帐(?![篷幕子下])")
#: 登陆 is to land, 登录 to log in: what is logged in to, or with, says which.
LANDING = sought(
    "登陆(?=[您你该本到进入此的我们]{0,3}(?:[账帐][号户]|密码|系统|网[站页址]|官网|页面?|界面|邮箱|后台|用户名|框|按钮|态|接口|服务器"
    "|数据库|论坛|客户端|控制台|微信|微博|支付宝|[ ]?(?:APP|App|ID|QQ|Windows|Linux)))"
    "|(?:(?<=[账帐][号户])|(?<=密码)|(?<=用户)|(?<=扫码)|(?<=免密)|(?<=单点)|(?<=一键)|(?<=验证码)|(?<=注册)|(?<=注册[/、和或后]))登陆"
)
#: Words of those who come ashore.
SHORE = lazy("台风|飓风|热带|风暴|海岸|岛|舰|军|战|艇|月球|火星|滩|航")
NEAR = 30


@rule(
    languages={"zh-Hans"},
    needs="帐陆",
    unsafe={
        "请输入⟦帐⟧号和密码，在⟦帐⟧户里转⟦帐⟧。": "请输入账号和密码，在账户里转账。",
        "⟦登陆⟧网站，注册后用密码⟦登陆⟧。": "登录网站，注册后用密码登录。",
    },
    good=[
        "请输入账号和密码，登录网站。",
        "台风登陆福建，部队登陆成功，诺曼底登陆。",
        "登陆艇和登陆战，登陆中国市场。",
        "帐篷、蚊帐、营帐和帐下，中军帐号令三军，蚊帐单人用。",
        "登陆部队用户外装备，抢滩登陆系统",
        "`帐号`和`登陆网站`",
    ],
    source="现代汉语词典；GF 2001，第一批异形词整理表",
    default=False,
)
def misused_word(document: Document) -> Iterator[Finding]:
    """A word that sounds like the one meant: `帐号` for `账号`, `登陆` (to land) for `登录` (to log in).

    A tent stays a tent. `登陆` counts only beside what one logs in to or with, and nobody comes ashore nearby.
    """
    prose = document.prose
    for tent in document.find(TENT):
        yield replace(tent.span(), "账", "“{0}” is a tent: an account is “账”", Safety.UNSAFE)
    for landing in document.find(LANDING):
        if not SHORE.search(prose, max(landing.start() - NEAR, 0), landing.end() + NEAR):
            yield replace(landing.span(), "登录", "“{0}” is to land: to log in is “登录”", Safety.UNSAFE)
