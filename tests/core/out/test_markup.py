from xml.etree import ElementTree

import pytest

from core.out.markup import Markup, joined, number, tag


def test_a_text_never_becomes_markup() -> None:
    made = tag("p", "<script>alert(1)</script>", title='"><b>', class_="a")
    assert made == '<p title="&quot;&gt;&lt;b&gt;" class="a">&lt;script&gt;alert(1)&lt;/script&gt;</p>'
    assert tag("div", made, tag("br")) == f"<div>{made}<br/></div>"
    assert joined("a<b", Markup("<i/>")) == "a&lt;b<i/>"


def test_what_xml_cannot_say_is_replaced() -> None:
    hostile = "".join(map(chr, range(0x20))) + "\ud800\ufffe😀"
    element = ElementTree.fromstring(tag("p", hostile))
    assert element.text is not None and element.text.endswith("��😀")


@pytest.mark.parametrize(
    ("value", "said"), [(1.0, "1"), (0.126, "0.13"), (-3.10, "-3.1"), (120, "120"), (1e7, "10000000")]
)
def test_numbers(value: float, said: str) -> None:
    assert number(value) == said
