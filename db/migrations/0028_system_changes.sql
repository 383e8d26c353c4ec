CREATE TABLE "system_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "system_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"position" bigint,
	"system_code" text NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"unit_id" uuid NOT NULL,
	"unit_code" text NOT NULL,
	"former_unit_code" text,
	"roles" text[] NOT NULL,
	"valid_until" date,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "system_changes_position" ON "system_changes" USING btree ("position");--> statement-breakpoint
CREATE INDEX "system_changes_system" ON "system_changes" USING btree ("system_code","position");--> statement-breakpoint
CREATE INDEX "system_changes_unplaced" ON "system_changes" USING btree ("id") WHERE position is null;--> statement-breakpoint
CREATE INDEX "system_changes_at" ON "system_changes" USING btree ("at");
--> statement-breakpoint
-- A unit that another took up bears its last code with the day and a number behind it, so that the code is free.
create function own_code(code text) returns text language sql immutable parallel safe as $$ select split_part(code, ' ', 1) $$;
--> statement-breakpoint
-- One row for each system in which a membership holds rights: what happened to it, or to its account.
create function note_membership_change(happened text, of_membership uuid, formerly text) returns void
language sql as $$
  insert into system_changes (system_code, kind, account_id, unit_id, unit_code, former_unit_code, roles, valid_until)
  select r.system_code, happened, m.account_id, u.id, own_code(u.code), formerly, array_agg(r.key order by r.sort, r.key),
    m.valid_until
  from memberships m join units u on u.id = m.unit_id join grants g on g.membership_id = m.id
    join system_roles r on r.id = g.system_role_id
  where m.id = of_membership and g.state <> 'withdrawn'
  group by r.system_code, m.id, u.id
$$;
--> statement-breakpoint
create function note_grant() returns trigger language plpgsql as $$
declare
  happened text := 'grant-changed';
  formerly text;
begin
  if tg_op = 'INSERT' then
    if new.state = 'withdrawn' then return null; end if;
    happened := case new.state when 'active' then 'grant-granted' else 'grant-suspended' end;
  elsif new.membership_id <> old.membership_id then
    happened := 'membership-moved';
    select own_code(u.code) into formerly from memberships m join units u on u.id = m.unit_id where m.id = old.membership_id;
  elsif new.state <> old.state then
    happened := case new.state when 'suspended' then 'grant-suspended' when 'withdrawn' then 'grant-withdrawn'
      else case old.state when 'suspended' then 'grant-restored' else 'grant-granted' end end;
  end if;
  insert into system_changes (system_code, kind, account_id, unit_id, unit_code, former_unit_code, roles, valid_until)
  select r.system_code, happened, m.account_id, u.id, own_code(u.code), formerly, array[r.key], new.valid_until
  from memberships m join units u on u.id = m.unit_id join system_roles r on r.id = new.system_role_id
  where m.id = new.membership_id;
  return null;
end
$$;
--> statement-breakpoint
create trigger grants_given after insert on grants for each row execute function note_grant();
--> statement-breakpoint
create trigger grants_changed after update of state, valid_until, membership_id on grants for each row
when ((old.state, old.valid_until, old.membership_id) is distinct from (new.state, new.valid_until, new.membership_id))
execute function note_grant();
--> statement-breakpoint
create function note_membership() returns trigger language plpgsql as $$
declare
  happened text := 'membership-changed';
  formerly text;
begin
  if new.unit_id <> old.unit_id then
    happened := 'membership-moved';
    select own_code(code) into formerly from units where id = old.unit_id;
  elsif new.state <> old.state then
    happened := case new.state when 'active' then 'membership-restored' when 'suspended' then 'membership-suspended'
      else 'membership-ended' end;
  end if;
  perform note_membership_change(happened, new.id, formerly);
  return null;
end
$$;
--> statement-breakpoint
create trigger memberships_changed after update of state, unit_id, valid_from, valid_until on memberships for each row
when ((old.state, old.unit_id, old.valid_from, old.valid_until)
  is distinct from (new.state, new.unit_id, new.valid_from, new.valid_until))
execute function note_membership();
--> statement-breakpoint
create function note_account() returns trigger language plpgsql as $$
begin
  perform note_membership_change(
    case new.state when 'locked' then 'account-locked' when 'suspended' then 'account-suspended'
      when 'closed' then 'account-closed'
      else case when old.state = 'invited' then 'account-activated' when new.state = 'active' then 'account-restored'
        else 'account-locked' end end, m.id, null)
  from memberships m where m.account_id = new.id and m.state <> 'ended';
  return null;
end
$$;
--> statement-breakpoint
create trigger accounts_changed after update of state on accounts for each row
when (old.state <> new.state) execute function note_account();
--> statement-breakpoint
create function note_unit() returns trigger language plpgsql as $$
begin
  insert into system_changes (system_code, kind, unit_id, unit_code, former_unit_code, roles)
  select distinct r.system_code, 'unit-changed', new.id, own_code(new.code), nullif(old.code, own_code(new.code)), '{}'::text[]
  from memberships m join grants g on g.membership_id = m.id join system_roles r on r.id = g.system_role_id
  where m.unit_id = new.id and m.state <> 'ended' and g.state <> 'withdrawn';
  return null;
end
$$;
--> statement-breakpoint
create trigger units_changed after update of code, kind, name_th, name_en, parent_id, merged_into_id on units for each row
when ((old.code, old.kind, old.name_th, old.name_en, old.parent_id, old.merged_into_id)
  is distinct from (new.code, new.kind, new.name_th, new.name_en, new.parent_id, new.merged_into_id))
execute function note_unit();
--> statement-breakpoint
create function touch_unit() returns trigger language plpgsql as $$
begin
  new.changed_at := now();
  return new;
end
$$;
--> statement-breakpoint
create trigger units_touched before update on units for each row
when ((old.code, old.kind, old.name_th, old.name_short_th, old.name_en, old.parent_id, old.merged_into_id,
    old.province_code, old.district_code, old.subdistrict_code, old.latitude, old.longitude)
  is distinct from (new.code, new.kind, new.name_th, new.name_short_th, new.name_en, new.parent_id, new.merged_into_id,
    new.province_code, new.district_code, new.subdistrict_code, new.latitude, new.longitude))
execute function touch_unit();
