import pytest
from starlette.testclient import TestClient

from headwater.web import make_access, make_app
from headwater.web.guard import HEADERS
from tests.factories import make_brief
from tests.web.conftest import BASE, KEY, make_client
from tests.web.shelf import Shelf

FORM = {"kind": "same origin", "name": ["A", "B"], "who": "Nia"}
OURS = {"origin": BASE}


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(make_brief())


def entered(shelf: Shelf) -> TestClient:
    """A client whose cookie holds the key, as a browser has it after the address that the server printed."""
    client = make_client(shelf)
    answer = client.get(f"/stories?page=2&key={KEY}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/stories?page=2")
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert "samesite=strict" in answer.headers["set-cookie"].lower()
    return client


@pytest.mark.parametrize(
    "path", ["/stories", "/stories.json", "/static/headwater.css", "/static/headwater.js", "/nope", "/claim/x", "/story/x.json", "/page/x"]
)
def test_every_answer_has_the_headers_of_safety(shelf: Shelf, path: str) -> None:
    answer = make_client(shelf).get(path)
    for name, value in HEADERS.items():
        if name != "cache-control":
            assert answer.headers[name] == value


def test_an_answer_about_a_fault_of_ours_has_them_too(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError("<b>a secret</b>")

    monkeypatch.setattr(shelf, "origins", fail)
    client = TestClient(make_app(shelf, make_access("127.0.0.1", 8700, KEY)), base_url=BASE, raise_server_exceptions=False)
    answer = client.get("/origins")
    assert (answer.status_code, "secret" in answer.text) == (500, False)
    assert answer.headers["content-security-policy"] == HEADERS["content-security-policy"]


def test_the_policy_allows_no_inline_script_or_style_and_no_other_host() -> None:
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8700", 200),
        ("localhost:8700", 200),
        ("LOCALHOST:8700", 200),
        ("[::1]:8700", 200),
        ("127.0.0.1", 421),
        ("127.0.0.1:80", 421),
        ("evil.example:8700", 421),
        ("127.0.0.1.evil.example:8700", 421),
        ("", 421),
    ],
)
def test_other_names_are_refused(shelf: Shelf, host: str, status: int) -> None:
    assert make_client(shelf).get("/stories", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}, 200),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}, 403),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"}, 403),
        ({"sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"}, 403),
        ({"sec-fetch-site": "anything"}, 403),
    ],
)
def test_another_site_reads_nothing_but_by_a_link(shelf: Shelf, headers: dict[str, str], status: int) -> None:
    assert make_client(shelf).get("/stories.json", headers=headers).status_code == status


@pytest.mark.parametrize("path", ["/decide", "/review", "/run"])
def test_nobody_writes_without_the_key(shelf: Shelf, path: str) -> None:
    for headers in ({}, OURS, {"authorization": "Bearer wrong"}, {"cookie": "headwater-8700=wrong"}, {"cookie": '=;;;\x7f="x'}):
        assert make_client(shelf).post(path, data=FORM, headers=headers).status_code == 401
    assert (shelf.kept, shelf.ran) == ([], 0)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (OURS, 303),
        ({}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:8701"}, 403),
        ({"origin": "https://127.0.0.1:8700"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({**OURS, "sec-fetch-site": "same-site"}, 403),
        ({**OURS, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}, 403),
    ],
)
def test_the_cookie_writes_from_our_own_pages_alone(shelf: Shelf, headers: dict[str, str], status: int) -> None:
    assert entered(shelf).post("/decide", data=FORM, headers=headers, follow_redirects=False).status_code == status
    assert len(shelf.kept) == (status == 303)


def test_a_program_writes_with_the_key_in_a_header(shelf: Shelf) -> None:
    client = make_client(shelf, writes=True)
    assert client.post("/decide", data=FORM, follow_redirects=False).status_code == 303
    assert client.post("/decide", data=FORM, headers={"origin": "http://evil.example"}).status_code == 403


def test_a_wrong_key_sets_no_cookie(shelf: Shelf) -> None:
    answer = make_client(shelf).get("/stories?key=wrong", follow_redirects=False)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "//evil.example/%2e%2e"])
def test_the_key_leads_to_no_other_host(shelf: Shelf, path: str) -> None:
    answer = make_client(shelf).get(f"{BASE}{path}?key={KEY}", follow_redirects=False)
    assert not answer.headers.get("location", "/x").startswith(("//", "/\\", "http"))


def test_beyond_this_machine_one_needs_the_key_to_read(shelf: Shelf) -> None:
    access = make_access("192.0.2.7", 8700, KEY)
    client = TestClient(make_app(shelf, access), base_url="http://192.0.2.7:8700")
    assert client.get("/stories").status_code == 401
    assert client.get("/stories.json").status_code == 401
    assert client.get(f"/stories?key={KEY}").status_code == 200
    assert client.get("/stories.json").status_code == 200


def test_on_all_addresses_any_address_is_ours_and_no_name() -> None:
    access = make_access("0.0.0.0", 8700, KEY)  # noqa: S104 - no socket is opened
    client = TestClient(make_app(Shelf(make_brief()), access), headers={"authorization": f"Bearer {KEY}"})
    for host, status in (("192.0.2.7:8700", 200), ("[2001:db8::1]:8700", 200), ("desk.example:8700", 421), ("192.0.2.7:1", 421)):
        assert client.get("/stories", headers={"host": host}).status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_do_nothing(shelf: Shelf, method: str) -> None:
    assert make_client(shelf).request(method, "/stories").status_code == 401
    assert make_client(shelf, writes=True).request(method, "/stories").status_code == 405


def test_a_form_that_is_too_long_is_refused(shelf: Shelf) -> None:
    client = make_client(shelf, writes=True)
    assert client.post("/decide", content=b"kind=" + b"x" * 1_000_001).status_code == 413
    assert client.post("/decide", content=b"&".join(b"a=1" for _ in range(5001))).status_code == 413


def test_keys_are_long_and_not_the_same() -> None:
    one, two = make_access("127.0.0.1", 1), make_access("127.0.0.1", 1)
    assert one.key != two.key
    assert len(one.key) >= 24
