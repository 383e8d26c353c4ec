-- The audit: partitioned by month (UTC), so that an old month can go as a whole with its chain.
create table audit_events (
  seq bigint generated always as identity,
  at timestamptz not null,
  action text not null,
  actor_kind text not null check (actor_kind in ('visitor', 'account', 'system')),
  actor_id uuid,
  session_id uuid,
  subject_id uuid,
  unit_id uuid,
  refusal text,
  request_id text not null,
  detail jsonb not null,
  primary key (seq, at)
) partition by range (at);
--> statement-breakpoint
create index audit_events_actor on audit_events (actor_id, at desc);
--> statement-breakpoint
create index audit_events_subject on audit_events (subject_id, at desc);
--> statement-breakpoint
create table audit_seals (
  month date not null,
  link bigint not null,
  event_seq bigint not null,
  key_id text not null,
  mac bytea not null,
  sealed_at timestamptz not null,
  primary key (month, link)
) partition by range (month);
--> statement-breakpoint
create unique index audit_seals_event on audit_seals (event_seq, month);
--> statement-breakpoint
create table audit_months (
  month date primary key,
  links bigint not null,
  head_mac bytea not null,
  key_id text not null,
  closing_mac bytea not null,
  closed_at timestamptz not null,
  position integer not null unique
);
--> statement-breakpoint
-- The portal's role may not create tables; this lets it open a month's partitions, and nothing else.
create function audit_open_month(wanted date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first date := date_trunc('month', wanted)::date;
  next date := (date_trunc('month', wanted) + interval '1 month')::date;
  suffix text := to_char(first, 'YYYY_MM');
begin
  perform pg_advisory_xact_lock(hashtext('audit_open_month'));
  if to_regclass('public.audit_events_' || suffix) is not null then
    return;
  end if;
  execute format('create table audit_events_%s partition of audit_events for values from (%L) to (%L)',
    suffix, first::timestamp at time zone 'UTC', next::timestamp at time zone 'UTC');
  execute format('create table audit_seals_%s partition of audit_seals for values from (%L) to (%L)',
    suffix, first, next);
end
$$;
--> statement-breakpoint
revoke all on function audit_open_month(date) from public;
--> statement-breakpoint
alter table manual_files alter column content set storage external;
--> statement-breakpoint
create index units_search on units using gin (search gin_trgm_ops);
--> statement-breakpoint
create index units_name_th on units (name_th collate "th-x-icu");
