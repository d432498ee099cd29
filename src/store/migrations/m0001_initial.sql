-- Every row has an owner. `sequence` counts one owner's rows of all kinds up and is the only order; times are for people.
-- Texts that are unknown or absent are empty, so that NULL never has to mean two things; only a score may be NULL.
CREATE TABLE owner (
  id TEXT PRIMARY KEY,
  last_sequence BIGINT NOT NULL
);

-- A transcript that was handed in, and its report. `source` is the file in base64: it may hold any byte.
CREATE TABLE reading (
  owner TEXT NOT NULL REFERENCES owner (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  created_ms BIGINT NOT NULL,
  name TEXT NOT NULL,
  pack_id TEXT NOT NULL,
  pack_version TEXT NOT NULL,
  format TEXT NOT NULL,
  status TEXT NOT NULL,
  problem TEXT NOT NULL,
  source TEXT NOT NULL,
  report_json TEXT NOT NULL,
  report_html TEXT NOT NULL,
  PRIMARY KEY (owner, id)
);

CREATE TABLE reading_speaker (
  owner TEXT NOT NULL,
  reading_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  turns BIGINT NOT NULL,
  words BIGINT NOT NULL,
  PRIMARY KEY (owner, reading_id, number),
  FOREIGN KEY (owner, reading_id) REFERENCES reading (owner, id) ON DELETE CASCADE
);

CREATE TABLE reading_warning (
  owner TEXT NOT NULL,
  reading_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (owner, reading_id, number),
  FOREIGN KEY (owner, reading_id) REFERENCES reading (owner, id) ON DELETE CASCADE
);

-- A practice interview. `setup` and `state` are JSON of the interviewer: how it was set up, and where it stands.
CREATE TABLE interview (
  owner TEXT NOT NULL REFERENCES owner (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  created_ms BIGINT NOT NULL,
  pack_id TEXT NOT NULL,
  pack_version TEXT NOT NULL,
  status TEXT NOT NULL,
  setup TEXT NOT NULL,
  state TEXT NOT NULL,
  feedback TEXT NOT NULL,
  draft TEXT NOT NULL,
  PRIMARY KEY (owner, id)
);

CREATE TABLE interview_turn (
  owner TEXT NOT NULL,
  interview_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  created_ms BIGINT NOT NULL,
  speaker TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  reason TEXT NOT NULL,
  gap TEXT NOT NULL,
  PRIMARY KEY (owner, interview_id, number),
  FOREIGN KEY (owner, interview_id) REFERENCES interview (owner, id) ON DELETE CASCADE
);

-- What a finished practice interview showed of one principle.
CREATE TABLE interview_outcome (
  owner TEXT NOT NULL,
  interview_id TEXT NOT NULL,
  principle TEXT NOT NULL,
  verdict TEXT NOT NULL,
  score DOUBLE PRECISION,
  supports BIGINT NOT NULL,
  contradicts BIGINT NOT NULL,
  PRIMARY KEY (owner, interview_id, principle),
  FOREIGN KEY (owner, interview_id) REFERENCES interview (owner, id) ON DELETE CASCADE
);

CREATE TABLE story (
  owner TEXT NOT NULL REFERENCES owner (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  created_ms BIGINT NOT NULL,
  updated_ms BIGINT NOT NULL,
  title TEXT NOT NULL,
  situation TEXT NOT NULL,
  task TEXT NOT NULL,
  action TEXT NOT NULL,
  result TEXT NOT NULL,
  notes TEXT NOT NULL,
  PRIMARY KEY (owner, id)
);

-- The principles that a story is meant for, in the candidate's order.
CREATE TABLE story_principle (
  owner TEXT NOT NULL,
  story_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  principle TEXT NOT NULL,
  PRIMARY KEY (owner, story_id, number),
  FOREIGN KEY (owner, story_id) REFERENCES story (owner, id) ON DELETE CASCADE
);

-- One telling of a story, as it was said.
CREATE TABLE story_telling (
  owner TEXT NOT NULL,
  story_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  created_ms BIGINT NOT NULL,
  interview_id TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (owner, story_id, number),
  FOREIGN KEY (owner, story_id) REFERENCES story (owner, id) ON DELETE CASCADE
);

-- What a reader finds in a story, per principle: kept, as reading takes time.
CREATE TABLE story_strength (
  owner TEXT NOT NULL,
  story_id TEXT NOT NULL,
  pack_id TEXT NOT NULL,
  principle TEXT NOT NULL,
  verdict TEXT NOT NULL,
  supports BIGINT NOT NULL,
  contradicts BIGINT NOT NULL,
  PRIMARY KEY (owner, story_id, pack_id, principle),
  FOREIGN KEY (owner, story_id) REFERENCES story (owner, id) ON DELETE CASCADE
);

CREATE TABLE setting (
  owner TEXT NOT NULL REFERENCES owner (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, name)
);

-- A write that was done: the same key with the same request gets the same answer. `status` 0: begun, not answered.
-- The answers repeat what was submitted, so they go when the thing that they are `about` is deleted.
CREATE TABLE answered_request (
  owner TEXT NOT NULL REFERENCES owner (id) ON DELETE CASCADE,
  request_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  created_ms BIGINT NOT NULL,
  status BIGINT NOT NULL,
  body TEXT NOT NULL,
  about TEXT NOT NULL,
  PRIMARY KEY (owner, request_key)
);

CREATE INDEX reading_by_sequence ON reading (owner, sequence);
CREATE INDEX interview_by_sequence ON interview (owner, sequence);
CREATE INDEX story_by_sequence ON story (owner, sequence);
