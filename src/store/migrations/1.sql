-- What answering leaves behind. A person is a keyed hash; days are those of Japan.

CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    person TEXT,                 -- none for a sensitive question
    guild INTEGER NOT NULL,      -- 0 for direct messages
    surface TEXT NOT NULL,
    language TEXT NOT NULL,
    ward TEXT,
    text TEXT,                   -- none for a sensitive question
    outcome TEXT NOT NULL,
    reason TEXT,
    measure TEXT,                -- none for a sensitive question
    missing TEXT NOT NULL,       -- a JSON list
    latency_us INTEGER NOT NULL
) STRICT;

CREATE INDEX question_by_day ON question (day);
CREATE INDEX question_by_person ON question (person);

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    person TEXT NOT NULL,
    guild INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    measure TEXT,
    question TEXT,
    comment TEXT NOT NULL
) STRICT;

CREATE INDEX feedback_by_person ON feedback (person);

CREATE TABLE person (
    person TEXT PRIMARY KEY,
    ward TEXT,
    language TEXT,
    chosen TEXT NOT NULL         -- a JSON object: channel, ward
) STRICT;

-- Moderators answer for what they do: here alone stand ids as Discord has them.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,            -- ISO 8601, UTC
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
