"""A fresh or older case file in, the same file with today's tables out: migrations as a list of functions.

A migration is never changed once it has been released; what is new is a further function at the end. Tables are named
in the singular; the views over them are named in the words of ARCHITECTURE.md and are what other tools should read.
"""

import sqlite3
from collections.abc import Callable

APPLICATION = 0x48574331
"""What stands in the file's header: "HWC1"; `file` and other tools may tell a case by it."""


_PAGES = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE page (
    sha256 TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,          -- bytes, unpacked
    content BLOB NOT NULL,          -- packed with zlib
    added TEXT NOT NULL             -- ISO 8601 instant
) WITHOUT ROWID;

CREATE TABLE article (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    page TEXT,
    address TEXT,
    outlet TEXT,
    domain TEXT,
    title TEXT,
    author TEXT,
    language TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    basis TEXT NOT NULL,
    text TEXT NOT NULL,
    parts BLOB NOT NULL,            -- passages, what was cut, addresses: MessagePack, packed with zlib
    added TEXT NOT NULL,
    run INTEGER REFERENCES run (id),-- that took it in; NULL while it waits
    story INTEGER REFERENCES story (n)
);
CREATE INDEX article_by_story ON article (story);
CREATE INDEX article_waiting ON article (n) WHERE run IS NULL;
CREATE INDEX article_by_page ON article (page);

CREATE TABLE finding (
    n INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    page TEXT NOT NULL,
    fetched TEXT,
    address TEXT,
    outlet TEXT,
    published TEXT,
    added TEXT NOT NULL,
    article TEXT,                   -- the id of the article on it, NULL where there is none
    UNIQUE (page, source)
);
CREATE INDEX finding_by_article ON finding (article);
CREATE INDEX finding_by_source ON finding (source);

CREATE TABLE address (
    key TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (n) ON DELETE CASCADE,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX address_by_article ON address (article);

CREATE TABLE note (
    article INTEGER PRIMARY KEY REFERENCES article (n) ON DELETE CASCADE,
    reader TEXT NOT NULL,           -- which reader and settings made them
    marks BLOB NOT NULL,            -- MessagePack, packed with zlib
    vectors BLOB NOT NULL,          -- float16, a row a proposition
    said BLOB NOT NULL              -- the statements with all their fields: MessagePack, packed with zlib
);

CREATE TABLE statement (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article (n) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    status TEXT NOT NULL,
    outlet_status TEXT NOT NULL
);
CREATE INDEX statement_by_article ON statement (article);

CREATE TABLE link (
    statement INTEGER NOT NULL REFERENCES statement (n) ON DELETE CASCADE,
    place INTEGER NOT NULL,         -- 0 is nearest to the fact
    name TEXT NOT NULL,
    key TEXT NOT NULL,              -- the name, folded
    kind TEXT NOT NULL,
    relation TEXT NOT NULL,
    PRIMARY KEY (statement, place)
) WITHOUT ROWID;
CREATE INDEX link_by_key ON link (key);

CREATE TABLE aside (n INTEGER PRIMARY KEY, source TEXT NOT NULL, why TEXT NOT NULL, added TEXT NOT NULL, UNIQUE (source, why));
CREATE TABLE failure (
    n INTEGER PRIMARY KEY, source TEXT NOT NULL, stage TEXT NOT NULL, message TEXT NOT NULL, added TEXT NOT NULL,
    UNIQUE (source, stage, message)
);

CREATE VIRTUAL TABLE article_words USING fts5 (text, content = 'article', content_rowid = 'n', tokenize = "unicode61 remove_diacritics 2");
CREATE VIEW quotation AS
    SELECT statement.n AS n, substr(article.text, statement.start + 1, statement."end" - statement.start) AS quote
    FROM statement JOIN article ON article.n = statement.article;
CREATE VIRTUAL TABLE statement_words USING fts5 (quote, content = 'quotation', content_rowid = 'n', tokenize = "unicode61 remove_diacritics 2");
"""

_STORIES = """
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    "when" TEXT NOT NULL,
    version TEXT NOT NULL,
    articles INTEGER NOT NULL,
    why TEXT NOT NULL               -- JSON: what became of stories, a sentence a change
);

CREATE TABLE story (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    founded INTEGER NOT NULL REFERENCES run (id),
    ended INTEGER REFERENCES run (id),
    run INTEGER NOT NULL REFERENCES run (id),   -- of its latest version
    headline TEXT NOT NULL,
    first TEXT,
    last TEXT,
    articles INTEGER NOT NULL,
    texts INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    conflicts INTEGER NOT NULL,
    new INTEGER NOT NULL,
    decided INTEGER NOT NULL DEFAULT 0,         -- decisions that bear on it
    stale INTEGER NOT NULL DEFAULT 0            -- 1 where a decision or another reader came after its latest version
);
CREATE INDEX story_by_size ON story (articles DESC, id) WHERE ended IS NULL;
CREATE INDEX story_stale ON story (n) WHERE stale = 1;
CREATE INDEX story_decided ON story (n) WHERE decided > 0;

CREATE TABLE version (
    story INTEGER NOT NULL REFERENCES story (n),
    run INTEGER NOT NULL REFERENCES run (id),
    brief BLOB,                     -- the story as JSON, packed with zlib; NULL where it ended
    PRIMARY KEY (story, run)
) WITHOUT ROWID;
CREATE INDEX version_by_run ON version (run);

CREATE TABLE claim (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    story INTEGER NOT NULL REFERENCES story (n),
    place INTEGER NOT NULL,         -- in its story
    text TEXT NOT NULL,
    articles INTEGER NOT NULL,
    texts INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL,
    word TEXT NOT NULL,
    contested INTEGER NOT NULL,
    changed INTEGER NOT NULL        -- the run that made or changed it
);
CREATE INDEX claim_by_story ON claim (story);

CREATE TABLE saying (
    statement INTEGER PRIMARY KEY REFERENCES statement (n) ON DELETE CASCADE,
    claim INTEGER NOT NULL REFERENCES claim (n) ON DELETE CASCADE
);
CREATE INDEX saying_by_claim ON saying (claim);

CREATE TABLE origin (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    story INTEGER NOT NULL REFERENCES story (n),
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    claims INTEGER NOT NULL
);
CREATE INDEX origin_by_story ON origin (story);
CREATE INDEX origin_by_id ON origin (id);
CREATE INDEX origin_by_key ON origin (key);

CREATE TABLE conflict (
    n INTEGER PRIMARY KEY, story INTEGER NOT NULL REFERENCES story (n), kind TEXT NOT NULL, is_update INTEGER NOT NULL, why TEXT NOT NULL,
    claims TEXT NOT NULL            -- JSON: ids
);
CREATE INDEX conflict_by_story ON conflict (story);

CREATE TABLE gap (n INTEGER PRIMARY KEY, story INTEGER NOT NULL REFERENCES story (n), name TEXT NOT NULL, why TEXT NOT NULL);
CREATE INDEX gap_by_story ON gap (story);

CREATE TABLE former (id TEXT PRIMARY KEY, now TEXT NOT NULL, run INTEGER NOT NULL) WITHOUT ROWID;   -- ids of claims and stories that went into others

CREATE TABLE decision (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    "when" TEXT NOT NULL,
    why TEXT NOT NULL,
    undoes TEXT,
    whole TEXT NOT NULL             -- all of it as JSON
);
CREATE TABLE file (
    sha256 TEXT PRIMARY KEY, name TEXT, size INTEGER NOT NULL, content BLOB NOT NULL, added TEXT NOT NULL   -- what people brought
) WITHOUT ROWID;
"""

_GROUPING = """
CREATE TABLE profile (
    article INTEGER PRIMARY KEY REFERENCES article (n) ON DELETE CASCADE,
    day INTEGER,                    -- of publication, from 0001-01-01; NULL where it is not known within a few days
    content BLOB NOT NULL,
    words BLOB                      -- the row of hashed words, as rare as they were when it came; NULL before it is compared
);
CREATE INDEX profile_waiting ON profile (article) WHERE words IS NULL;
CREATE INDEX profile_by_day ON profile (day);
CREATE TABLE term (code INTEGER NOT NULL, day INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (code, day, article)) WITHOUT ROWID;
CREATE INDEX term_by_article ON term (article);
CREATE TABLE word (code INTEGER PRIMARY KEY, articles INTEGER NOT NULL);
CREATE TABLE pair (a INTEGER NOT NULL, b INTEGER NOT NULL, score REAL NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
"""

_VIEWS = """
CREATE VIEW pages AS SELECT sha256, media_type, size, added FROM page;
CREATE VIEW articles AS
    SELECT article.id, story.id AS story, source, address, outlet, title, author, language, earliest, latest, basis, page, added, text
    FROM article LEFT JOIN story ON story.n = article.story;
CREATE VIEW statements AS
    SELECT statement.id, article.id AS article, claim.id AS claim, story.id AS story, start, "end",
        substr(article.text, start + 1, "end" - start) AS quote, status, outlet_status
    FROM statement JOIN article ON article.n = statement.article LEFT JOIN saying ON saying.statement = statement.n
        LEFT JOIN claim ON claim.n = saying.claim LEFT JOIN story ON story.n = article.story;
CREATE VIEW chains AS
    SELECT statement.id AS statement, place, name, kind, relation FROM link JOIN statement ON statement.n = link.statement;
CREATE VIEW stories AS
    SELECT id, headline, first, last, articles, texts, outlets, claims, origins, conflicts, new, founded, run FROM story WHERE ended IS NULL;
CREATE VIEW claims AS
    SELECT claim.id, story.id AS story, claim.text, claim.articles, claim.texts, claim.outlets, low AS origins_low, high AS origins_high,
        word, contested, changed
    FROM claim JOIN story ON story.n = claim.story;
CREATE VIEW conflicts AS
    SELECT story.id AS story, kind, is_update, why, conflict.claims FROM conflict JOIN story ON story.n = conflict.story;
CREATE VIEW origins AS
    SELECT origin.id, story.id AS story, name, kind, origin.claims FROM origin JOIN story ON story.n = origin.story;
CREATE VIEW gaps AS SELECT story.id AS story, name, why FROM gap JOIN story ON story.n = gap.story;
CREATE VIEW decisions AS SELECT id, kind, who, "when", why, undoes, whole FROM decision ORDER BY n;
CREATE VIEW runs AS SELECT id, "when", version, articles, why FROM run;
CREATE VIEW set_aside AS SELECT source, why, added FROM aside;
CREATE VIEW failures AS SELECT source, stage, message, added FROM failure;
"""


def _pages_and_articles(db: sqlite3.Connection) -> None:
    """What was found, and what was read in it."""
    _run(db, _PAGES)


def _stories_and_decisions(db: sqlite3.Connection) -> None:
    """What was made of the articles, run by run, and what people decided."""
    _run(db, _STORIES)


def _grouping(db: sqlite3.Connection) -> None:
    """What finds the articles that a new one may be one story with; all of it can be made again from the articles."""
    _run(db, _GROUPING)


def _views(db: sqlite3.Connection) -> None:
    """The tables in the words of the documents, for whoever opens the file with another tool."""
    _run(db, _VIEWS)


def _cancelled(db: sqlite3.Connection) -> None:
    """The address of the item that its publisher takes back by what was set aside."""
    _run(db, "ALTER TABLE aside ADD COLUMN cancels TEXT;\n")


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_pages_and_articles, _stories_and_decisions, _grouping, _views, _cancelled)


def _run(db: sqlite3.Connection, script: str) -> None:
    """Each statement of a script by itself: executescript would end the transaction."""
    statement = ""
    for line in script.splitlines():
        statement += line.partition("--")[0] + "\n"
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
