create table units (
  code text primary key,
  name text not null,
  province_code text not null,
  district_code text not null
);
create index units_province_code on units (province_code);
create index units_district_code on units (district_code);

create table places (
  code text primary key,
  name text not null
);

create table reports (
  unit_code text not null references units,
  year int not null,
  quarter int not null check (quarter between 1 and 4),
  state text not null check (state in ('draft', 'submitted', 'returned', 'certified')),
  version int not null,
  figures jsonb not null,
  submitted_by text,
  changed_at timestamptz not null,
  primary key (unit_code, year, quarter)
);

-- who did what; the system's role may add to it and read it, no more
create table report_events (
  id bigint generated always as identity primary key,
  unit_code text not null,
  year int not null,
  quarter int not null,
  version int not null,
  act text not null,
  reason text not null default '',
  by_sub text not null,
  by_name text not null,
  by_unit text not null,
  at timestamptz not null,
  foreign key (unit_code, year, quarter) references reports
);
create index report_events_report on report_events (unit_code, year, quarter, id);

create table sessions (
  id_hash bytea primary key,
  sub text not null,
  sid text,
  facts jsonb not null,
  tokens_sealed bytea not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_sid on sessions (sid);
create index sessions_sub on sessions (sub);
create index sessions_expires_at on sessions (expires_at);

-- logout tokens that came, each of which counts once; they also stop a sign-in that is under way
create table logouts (
  jti_hash bytea primary key,
  sub text,
  sid text,
  issued_at timestamptz not null,
  expires_at timestamptz not null
);
create index logouts_expires_at on logouts (expires_at);
