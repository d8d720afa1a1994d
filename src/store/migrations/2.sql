-- The moderators' desk.

ALTER TABLE feedback ADD COLUMN state TEXT NOT NULL DEFAULT 'open';

-- Moderators' words that stand under answers.
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    about TEXT NOT NULL,         -- a JSON object
    text TEXT NOT NULL
) STRICT;

CREATE TABLE channel (
    channel INTEGER PRIMARY KEY,
    ward TEXT,
    language TEXT,
    private INTEGER NOT NULL,
    threads INTEGER NOT NULL,
    every INTEGER NOT NULL
) STRICT;
