"""Arms spoken of again by a shorter word."""

from tests.weighing.reading import said


def test_the_last_noun_of_a_name_means_what_it_named() -> None:
    found = said(
        "Italy shipped milling machines to Iran in May, the envoy said. The machines were sold to Sudan, Mr Berg said."
    )
    assert found[-1].fact is not None and found[-1].fact.goods == ("machine tool",)


def test_a_word_for_any_goods_means_what_was_named_last() -> None:
    found = said(
        "Italy shipped rifles to Iran in May, the envoy said. The consignment was sold to Sudan, Mr Berg said."
    )
    assert found[-1].fact is not None and found[-1].fact.goods == ("rifle",)


def test_another_noun_means_nothing_named() -> None:
    found = said("Italy shipped rifles to Iran in May, the envoy said. The lorries were sold to Sudan, Mr Berg said.")
    assert found[-1].fact is None or found[-1].joins is not None or "rifle" not in found[-1].fact.goods


def test_one_word_means_the_arms_named_in_full_before() -> None:
    found = said(
        "Italy shipped mortar bombs to Iran in May, the envoy said. Italy denied that it had shipped the bombs to Iran."
    )
    assert found[-1].fact is not None and found[-1].fact.goods == ("mortar shell",)
