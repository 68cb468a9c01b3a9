"""Names and addresses in, outlets out."""

import pytest

from headwater.outlets import domain_of, host_of, outlet_at, outlet_named, outlet_pattern, outlets, page_key, publisher_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Reuters", "Reuters"),
        ("reuters", "Reuters"),
        ("Reuters news agency", "Reuters"),
        ("AP", "Associated Press"),
        ("the AP", "Associated Press"),
        ("Agence France-Presse", "AFP"),
        ("the BBC", "BBC News"),
        ("Guardian", "The Guardian"),
        ("The  Guardian", "The Guardian"),
        ("Velden Herald", None),
        ("the dam", None),
        ("", None),
    ],
)
def test_outlet_named(name: str, expected: str | None) -> None:
    found = outlet_named(name)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("address", "outlet", "host", "domain"),
    [
        ("https://www.bbc.co.uk/news/1", "BBC News", "bbc.co.uk", "bbc.co.uk"),
        ("bbc.com", "BBC News", "bbc.com", "bbc.com"),
        ("https://news.sky.com/dam", "Sky News", "news.sky.com", "sky.com"),
        ("HTTPS://WWW.Reuters.COM:443/dam", "Reuters", "reuters.com", "reuters.com"),
        ("https://herald.example.org/dam", None, "herald.example.org", "example.org"),
        ("https://notreuters.com/", None, "notreuters.com", "notreuters.com"),
        ("https://reuters.com@example.org/", None, "example.org", "example.org"),
        ("http://[bad", None, "", None),
        ("", None, "", None),
        ("localhost", None, "localhost", None),
    ],
)
def test_addresses(address: str, outlet: str | None, host: str, domain: str | None) -> None:
    found = outlet_at(address)
    assert (found.name if found else None, host_of(address), domain_of(address)) == (outlet, host, domain)


def test_a_publisher_stands_behind_its_outlets() -> None:
    assert publisher_of("The Sun") == publisher_of("The Times") != publisher_of("The Guardian")
    assert publisher_of("Velden Herald") == "Velden Herald"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reuters and the AP met The Guardian.", ["Reuters", "AP", "The Guardian"]),
        ("Time and Metro and the Mirror of the mill", []),
        ("reuters, @Reuters, reuters.com, Reuters.com, a/AP, APs", []),
        ("Agence France-Presse, not Agence France", ["Agence France-Presse"]),
    ],
)
def test_outlet_pattern(text: str, expected: list[str]) -> None:
    assert outlet_pattern().findall(text) == expected


def test_no_name_and_no_domain_stands_for_two_outlets_of_the_list() -> None:
    names = [form for o in outlets() for form in {form.lower() for form in (o.name, *o.also)}]
    domains = [domain for o in outlets() for domain in o.domains]
    assert sorted(n for n in set(names) if names.count(n) > 1) == []
    assert sorted(d for d in set(domains) if domains.count(d) > 1) == []


def test_the_list_has_at_most_300_rows() -> None:
    assert len(outlets()) <= 300
    assert all(len(o.country) == 2 and o.publisher and o.domains for o in outlets())


SAME = [
    "https://www.example.org/news/dam",
    "http://example.org/news/dam/",
    "https://m.example.org/news/dam?utm_source=x&fbclid=1",
    "https://amp.example.org/news/dam",
    "https://www.example.org/news/dam/amp/",
    "https://www.example.org/amp/news/dam",
    "https://www.example.org/news/dam?outputType=amp#top",
    "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/dam",
]
OTHER = [
    "https://www.example.org/news/dams",
    "https://www.example.org/news/dam?id=2",
    "https://other.example.org/news/dam",
    "https://www.example.org/news/dam/amplifiers",
]


@pytest.mark.parametrize("address", SAME)
def test_forms_of_one_address(address: str) -> None:
    assert page_key(address) == "example.org/news/dam"


@pytest.mark.parametrize("address", OTHER)
def test_other_pages(address: str) -> None:
    assert page_key(address) not in (None, "example.org/news/dam")


@pytest.mark.parametrize("address", ["https://www.example.org/", "https://example.org/index.html?utm_source=x", "http://[bad", ""])
def test_a_front_page_is_no_page_of_its_own(address: str) -> None:
    assert page_key(address) is None
