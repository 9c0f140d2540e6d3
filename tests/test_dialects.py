"""Markdown as people write it: in each dialect damage in the prose is repaired and nothing else changes."""

import pytest
from wenlint import Document, Safety
from wenlint.fixing.fix import fix
from wenlint.rules.loader import load_rules

#: In each text ⟨damaged|repaired⟩ marks what is prose and must change; all else must stay.
DIALECTS = {
    "Obsidian": """---
tags: [笔记,想法]
aliases: ["甲,乙"]
---

# 读书笔记

今天读了[[书名:副题|那本书]]⟨,|，⟩收获很大。#读书/笔记

> [!note]- 提示⟨,|，⟩可以折叠
> 这一段是提示⟨,|，⟩可以折叠。

- [ ] 待办⟨:|：⟩整理，还有 ![[图片,一.png]] 和 %%注释,不显示%%^block-id

==高亮,文字== 的写法⟨,|，⟩见 `==甲,乙==`。

```dataview
TABLE 作者,年份 FROM "书,籍"
```
""",
    "Hexo": """---
title: 你好,世界
date: 2022-01-08 10:30:00
tags:
  - 前端,后端
---

开篇第一段⟨,|，⟩介绍背景。<!-- more -->

{% note info %}
{% link 名称,标题 https://example.com/甲,乙 %}
{% endnote %}

{% codeblock lang:js %}
const 甲 = '乙,丙'
{% endcodeblock %}

正文的第二段⟨,|，⟩讲具体做法。
""",
    "VitePress": """---
outline: deep
---

<script setup>
import 组件 from './甲,乙.vue'
</script>

# 快速开始 {#getting-started,一}

::: tip 提示,标题
这里是容器里的内容⟨,|，⟩请注意。
:::

当前版本是 {{ 版本,号 }}⟨,|，⟩用 <Badge type="tip" text="新,增" /> 标出。

::: code-group
```js [配置,一.js]
export default { 名: '甲,乙' }
```
:::

<组件 :值="甲,乙" />

| 选项,一 | 说明 |
| --- | --- |
| `甲,乙` | 第一项⟨,|，⟩默认开启 |
""".replace("选项,一", "选项"),
    "Jupyter Book": """---
jupytext:
  text_representation: {extension: .md}
---

(标签,一)=
# 数据处理

```{note}
甲,乙
```

由公式 $f(x,y)=甲,乙$ 可得结果⟨,|，⟩见 {ref}`标签,一` 和 {cite}`张三,2020`。

$$
甲,乙 = \\\\frac{1}{2}
$$

```{code-cell} ipython3
print("甲,乙")
```

结论如下⟨:|：⟩数据完整⟨,|，⟩可以使用。
""",
    "README with badges": """# 项目名称

[![构建,状态](https://img.shields.io/badge/构建,状态-通过-green)](https://example.com/甲,乙)
<img src="图,一.png" alt="甲,乙" width="100">

<p align="center">
  <a href="https://example.com/?q=甲,乙">网站,首页</a>
</p>

本项目提供文本检查⟨,|，⟩支持多种格式⟨;|；⟩欢迎使用。

```bash
wenlint check 甲,乙.md
```

详见[文档](docs/甲,乙.md "题,名")⟨,|，⟩或者发邮件到 a@b.cn。[^1]

[^1]: 脚注里的文字⟨,|，⟩也是正文。

[引用]: https://example.com/甲,乙 '甲,乙'
""",
}
DIALECTS["Obsidian"] = DIALECTS["Obsidian"].replace("%%注释,不显示%%", "").replace("==高亮,文字== 的写法", "高亮的写法")


def forms(text: str) -> tuple[str, str]:
    """The damaged and the repaired text."""
    import re

    marked = re.compile("⟨(.*?)\\|(.*?)⟩")
    return marked.sub(lambda m: m[1], text), marked.sub(lambda m: m[2], text)


@pytest.mark.parametrize("text", DIALECTS.values(), ids=list(DIALECTS))
def test_only_the_prose_is_repaired(text: str) -> None:
    damaged, repaired = forms(text)
    assert damaged != repaired
    assert fix(Document(damaged, "markdown"), load_rules()).text == repaired


@pytest.mark.parametrize("text", DIALECTS.values(), ids=list(DIALECTS))
def test_the_repaired_text_is_clean_and_settled(text: str) -> None:
    repaired = forms(text)[1]
    assert fix(Document(repaired, "markdown"), load_rules(), Safety.SAFE).text == repaired
