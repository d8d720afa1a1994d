-- How a person's answers look.

ALTER TABLE person ADD COLUMN look TEXT;
