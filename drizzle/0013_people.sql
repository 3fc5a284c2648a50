CREATE TABLE "temporary_password" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact" DROP CONSTRAINT "contact_channel";--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "delegate" ADD COLUMN "organisation_kind" text;--> statement-breakpoint
ALTER TABLE "delegate" ADD COLUMN "sector" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegate" ADD COLUMN "delegation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegate" ADD COLUMN "liaison_group" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegate" ADD COLUMN "workplace" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegate" ADD COLUMN "title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegate" ADD COLUMN "pinyin" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegate" ADD COLUMN "initials" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegate" ADD COLUMN "former_id" uuid;--> statement-breakpoint
ALTER TABLE "delegate" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "division" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "division" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "our_people" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "corrects_id" uuid;--> statement-breakpoint
ALTER TABLE "temporary_password" ADD CONSTRAINT "temporary_password_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "temporary_password" ADD CONSTRAINT "temporary_password_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegate" ADD CONSTRAINT "delegate_former_id_delegate_id_fk" FOREIGN KEY ("former_id") REFERENCES "public"."delegate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_corrects_id_contact_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delegate_pinyin" ON "delegate" USING btree ("bureau_id","pinyin" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "delegate_name" ON "delegate" USING btree ("bureau_id","name" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "delegate_initials" ON "delegate" USING btree ("bureau_id","initials" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "delegate_former_id_index" ON "delegate" USING btree ("former_id");--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_correctsId_unique" UNIQUE("corrects_id");--> statement-breakpoint
ALTER TABLE "delegate" ADD CONSTRAINT "delegate_organisation_kind" CHECK ("delegate"."organisation_kind" in ('party', 'peoples_organisation', 'sector', 'member_group', 'special_committee', 'delegation', 'workstation', 'other'));--> statement-breakpoint
ALTER TABLE "delegate" ADD CONSTRAINT "delegate_organisation" CHECK ("delegate"."organisation_kind" is null or "delegate"."kind" = 'organisation');--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_channel" CHECK ("contact"."channel" in ('visit', 'meeting', 'phone', 'written', 'email', 'other', 'none_wished'));--> statement-breakpoint
CREATE TABLE "contact_file" (
	"contact_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	CONSTRAINT "contact_file_contact_id_file_id_pk" PRIMARY KEY("contact_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "contact_file" ADD CONSTRAINT "contact_file_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_file" ADD CONSTRAINT "contact_file_file_id_kept_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."kept_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_file" ADD CONSTRAINT "contact_file_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_file" ADD CONSTRAINT "contact_file_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_file_proposal_id_index" ON "contact_file" USING btree ("proposal_id");
--> statement-breakpoint

-- Walls. A delegate's register is kept by the registrar and the coordinator; administrators keep places and accounts.
create policy keep on delegate for update using (bureau_id = (select fuhan_bureau())
  and ((select fuhan_has_role('registrar')) or (select fuhan_has_role('coordinator'))));
--> statement-breakpoint
grant update (version) on app_user to fuhan_app;
--> statement-breakpoint
grant select (version) on app_user to fuhan_app;
--> statement-breakpoint
alter table temporary_password enable row level security;
--> statement-breakpoint
alter table temporary_password force row level security;
--> statement-breakpoint
grant select, insert, delete on temporary_password to fuhan_doorkeeper;
--> statement-breakpoint
create policy door on temporary_password to fuhan_doorkeeper using (true) with check (true);
--> statement-breakpoint

alter table contact_file enable row level security;
--> statement-breakpoint
alter table contact_file force row level security;
--> statement-breakpoint
grant select, insert on contact_file to fuhan_app;
--> statement-breakpoint
create policy staff on contact_file using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy not_the_house on contact_file as restrictive using (not (select fuhan_is_house()));
--> statement-breakpoint

-- A password given by an administrator opens the account once, for its owner to set his own.
create function fuhan_give_password(of_user uuid, new_hash text, given timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from app_user u where u.id = of_user and u.bureau_id = fuhan_bureau() and fuhan_is_system_admin())
  then raise exception 'not yours to change' using errcode = 'insufficient_privilege'; end if;
  update app_user set password_hash = new_hash where id = of_user;
  insert into temporary_password (user_id, bureau_id, given_at) values (of_user, fuhan_bureau(), given)
    on conflict (user_id) do nothing;
  delete from session where user_id = of_user;
end $$;
--> statement-breakpoint
create function fuhan_enable_account(of_user uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from app_user u where u.id = of_user and u.bureau_id = fuhan_bureau() and fuhan_is_system_admin())
  then raise exception 'not yours to change' using errcode = 'insufficient_privilege'; end if;
  update app_user set disabled_at = null where id = of_user;
end $$;
--> statement-breakpoint
create or replace function fuhan_change_account(of_user uuid, new_hash text, disabled timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from app_user u where u.id = of_user and u.bureau_id = fuhan_bureau()
     and (fuhan_is_system_admin() or (u.id = fuhan_user() and disabled is null)))
  then raise exception 'not yours to change' using errcode = 'insufficient_privilege'; end if;
  update app_user set password_hash = coalesce(new_hash, password_hash), disabled_at = coalesce(disabled, disabled_at) where id = of_user;
  delete from temporary_password where user_id = of_user and of_user = fuhan_user() and new_hash is not null;
  delete from session where user_id = of_user;
end $$;
--> statement-breakpoint
create function fuhan_password_is_temporary(of_session text) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from session s join temporary_password t on t.user_id = s.user_id where s.id = of_session)
$$;
--> statement-breakpoint

-- What is open, in numbers alone: administrators learn that somebody still has work, and never what it is about.
grant select on proposal, reply, clearance_step, request to fuhan_doorkeeper;
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['proposal', 'reply', 'clearance_step', 'request'] loop
    execute format('create policy counts_open_work on %I for select to fuhan_doorkeeper using (bureau_id = (select fuhan_bureau()))', t);
  end loop;
end $$;
--> statement-breakpoint
create function fuhan_open_work(of_user uuid)
returns table (kind text, role text, division_id uuid, n integer)
language sql stable security definer set search_path = pg_catalog, public as $$
  select w.* from (
    select 'handled', 'handler', p.division_id, count(*)::integer from proposal p
      where p.handler_id = of_user and p.state in ('handling', 'replied') group by p.division_id
    union all
    select 'step', s.role, s.division_id, count(*)::integer from clearance_step s
      join reply r on r.id = s.reply_id and r.state = 'clearance'
      join membership m on m.user_id = of_user and m.role = s.role
        and (s.division_id is null or m.division_id = s.division_id)
      where s.state in ('open', 'waiting') group by s.role, s.division_id
  ) w(kind, role, division_id, n)
  where fuhan_is_system_admin() or fuhan_has_role('coordinator') or fuhan_has_role('division_head')
$$;
--> statement-breakpoint
create function fuhan_open_at(of_division uuid, of_unit uuid)
returns table (proposals integer, requests integer)
language sql stable security definer set search_path = pg_catalog, public as $$
  select (select count(*)::integer from proposal p where p.state in ('registered', 'triage', 'assigned', 'handling', 'replied')
            and (p.division_id = of_division or p.assigning_unit_id = of_unit or p.lead_unit_id = of_unit)),
         (select count(*)::integer from request r where (r.division_id = of_division or r.unit_id = of_unit)
            and r.state not in ('accepted', 'resolved', 'waived', 'cancelled'))
  where fuhan_is_system_admin()
$$;
--> statement-breakpoint
-- Nobody is given work after his account was closed, however the two race: after the foreign key has waited for the
-- row of the account, this looks again.
create function fuhan_handler_may_sign_in() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from app_user where id = new.handler_id and disabled_at is not null)
  then raise exception 'the handler''s account is disabled' using errcode = 'check_violation'; end if;
  return null;
end $$;
--> statement-breakpoint
grant create on schema public to fuhan_doorkeeper;
--> statement-breakpoint
do $$ declare f text; begin
  foreach f in array array['fuhan_give_password(uuid, text, timestamptz)', 'fuhan_enable_account(uuid)',
    'fuhan_change_account(uuid, text, timestamptz)', 'fuhan_password_is_temporary(text)', 'fuhan_open_work(uuid)',
    'fuhan_open_at(uuid, uuid)', 'fuhan_handler_may_sign_in()'] loop
    execute format('alter function %s owner to fuhan_doorkeeper', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to fuhan_app', f);
  end loop;
end $$;
--> statement-breakpoint
revoke create on schema public from fuhan_doorkeeper;
--> statement-breakpoint
create trigger proposal_handler_may_sign_in after update of handler_id on proposal
  for each row when (new.handler_id is distinct from old.handler_id) execute function fuhan_handler_may_sign_in();
