-- The second wall (design.md §3, Walls). It holds by itself: even with the application's own checks off,
-- a viewer reads and writes no row that does not concern him. Tables belong to the owner, who migrates;
-- pools run as fuhan_app, which owns nothing and cannot bypass. FORCE makes the owner obey too.

do $$ begin
  if not exists (select from pg_roles where rolname = 'fuhan_app') then create role fuhan_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'fuhan_doorkeeper') then create role fuhan_doorkeeper nologin; end if;
  execute format('grant fuhan_app to %I', current_user);
  execute format('grant fuhan_doorkeeper to %I', current_user);
end $$;
--> statement-breakpoint
grant usage on schema public to fuhan_app, fuhan_doorkeeper;
--> statement-breakpoint
-- What asViewer set for this transaction. Unset reads as null, and null matches nothing.
create function fuhan_bureau() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('fuhan.bureau', true), '')::uuid $$;
--> statement-breakpoint
create function fuhan_user() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('fuhan.user', true), '')::uuid $$;
--> statement-breakpoint
create function fuhan_unit() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('fuhan.unit', true), '')::uuid $$;
--> statement-breakpoint
create function fuhan_delegate() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('fuhan.delegate', true), '')::uuid $$;
--> statement-breakpoint
create function fuhan_letter() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('fuhan.letter', true), '')::uuid $$;
--> statement-breakpoint
create function fuhan_parties() returns text[] language sql stable parallel safe
  as $$ select string_to_array(coalesce(nullif(current_setting('fuhan.parties', true), ''), '-'), ' ') $$;
--> statement-breakpoint
create function fuhan_has_role(role text) returns boolean language sql stable parallel safe
  as $$ select role = any(string_to_array(coalesce(current_setting('fuhan.roles', true), ''), ' ')) $$;
--> statement-breakpoint
create function fuhan_is_staff() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('fuhan.staff', true), '') = 'yes' $$;
--> statement-breakpoint
create function fuhan_is_system_admin() returns boolean language sql stable parallel safe
  as $$ select fuhan_has_role('system_admin') or fuhan_has_role('security_admin') $$;
--> statement-breakpoint

-- Which proposals a viewer reaches: an access row for one of his parties; staff work needs a staff row.
create function fuhan_reaches(proposal uuid) returns boolean language sql stable
  as $$ select exists (select from proposal_access a where a.proposal_id = proposal
          and a.bureau_id = fuhan_bureau() and a.party = any(fuhan_parties())) $$;
--> statement-breakpoint
create function fuhan_works_on(proposal uuid) returns boolean language sql stable
  as $$ select exists (select from proposal_access a where a.proposal_id = proposal
          and a.bureau_id = fuhan_bureau() and a.party = any(fuhan_parties()) and a.scope = 'staff') $$;
--> statement-breakpoint
create function fuhan_oversees(proposal uuid) returns boolean language sql stable
  as $$ select exists (select from proposal_access a where a.proposal_id = proposal
          and a.bureau_id = fuhan_bureau() and a.party = any(fuhan_parties()) and a.scope in ('staff', 'oversight')) $$;
--> statement-breakpoint

do $$ declare t text; begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to fuhan_app', t);
  end loop;
end $$;
--> statement-breakpoint
-- What is written once: no grant to change it, whatever a policy says.
revoke update, delete on event, command_key, revision, opinion, letter, remark, contact, archive_package, commitment_review from fuhan_app;
--> statement-breakpoint
revoke delete on proposal, reply, signature, receipt, clearance_step, delegate, delegate_contact, app_user, bureau, meeting, installation from fuhan_app;
--> statement-breakpoint
revoke insert, update, delete on installation from fuhan_app;
--> statement-breakpoint
revoke all on session, sign_in_attempt from fuhan_app;
--> statement-breakpoint

-- People and places. Accounts' secrets (password hash) are never selected here: doors do that.
create policy own on bureau for select using (id = (select fuhan_bureau()));
--> statement-breakpoint
create policy found on bureau for insert with check (id = (select fuhan_bureau()) and (select fuhan_is_system_admin()));
--> statement-breakpoint
create policy own on division for select using (bureau_id = (select fuhan_bureau()));
--> statement-breakpoint
create policy administer on division using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_system_admin()));
--> statement-breakpoint
create policy own on unit for select using (bureau_id = (select fuhan_bureau()));
--> statement-breakpoint
create policy administer on unit using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_system_admin()));
--> statement-breakpoint
create policy staff on app_user for select using (bureau_id = (select fuhan_bureau())
  and ((select fuhan_is_staff()) or (select fuhan_is_system_admin()) or id = (select fuhan_user())));
--> statement-breakpoint
create policy administer on app_user using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_system_admin()));
--> statement-breakpoint
create policy staff on membership for select using (bureau_id = (select fuhan_bureau())
  and ((select fuhan_is_staff()) or (select fuhan_is_system_admin()) or user_id = (select fuhan_user())));
--> statement-breakpoint
create policy administer on membership using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_system_admin()));
--> statement-breakpoint
create policy everyone on meeting for select using (true);
--> statement-breakpoint
create policy administer on meeting for insert with check ((select fuhan_is_system_admin()));
--> statement-breakpoint
create policy everyone on installation for select using (true);
--> statement-breakpoint
create policy staff on delegate for insert with check (bureau_id = (select fuhan_bureau()) and (select fuhan_is_staff()));
--> statement-breakpoint
create policy concerned on delegate for select using (bureau_id = (select fuhan_bureau()) and ((select fuhan_is_staff())
  or id = (select fuhan_delegate())
  or exists (select from sponsor s where s.delegate_id = delegate.id and fuhan_reaches(s.proposal_id))));
--> statement-breakpoint
create policy staff on delegate_contact using (bureau_id = (select fuhan_bureau()) and ((select fuhan_has_role('registrar'))
  or (select fuhan_has_role('coordinator'))
  or exists (select from sponsor s where s.delegate_id = delegate_contact.delegate_id and fuhan_works_on(s.proposal_id))));
--> statement-breakpoint

-- Proposals.
create policy party on proposal_access for select using (bureau_id = (select fuhan_bureau()) and party = any((select fuhan_parties())::text[]));
--> statement-breakpoint
-- Nobody writes access rows directly: this one door does, for whoever works on the proposal (or registers it).
revoke insert, update, delete on proposal_access from fuhan_app;
--> statement-breakpoint
grant select, insert, update, delete on proposal_access to fuhan_doorkeeper;
--> statement-breakpoint
create policy door on proposal_access to fuhan_doorkeeper using (true) with check (true);
--> statement-breakpoint
create function fuhan_set_access(for_proposal uuid, register_no text, due_on date, parties jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from proposal_access a where a.proposal_id = for_proposal and a.bureau_id = fuhan_bureau()
        and a.party = any(fuhan_parties()) and a.scope = 'staff')
     and not (fuhan_has_role('registrar') and not exists (select from proposal_access a where a.proposal_id = for_proposal))
  then raise exception 'not a party to this proposal' using errcode = 'insufficient_privilege'; end if;
  insert into proposal_access as a (proposal_id, party, bureau_id, scope, due_on, register_no)
    select for_proposal, w.party, fuhan_bureau(), w.scope, fuhan_set_access.due_on, fuhan_set_access.register_no
    from jsonb_to_recordset(parties) as w(party text, scope text)
  on conflict (proposal_id, party) do update set scope = excluded.scope, due_on = excluded.due_on
    where a.scope is distinct from excluded.scope or a.due_on is distinct from excluded.due_on;
  delete from proposal_access a where a.proposal_id = for_proposal
    and not exists (select from jsonb_to_recordset(parties) as w(party text) where w.party = a.party);
end $$;
--> statement-breakpoint
grant create on schema public to fuhan_doorkeeper;
--> statement-breakpoint
alter function fuhan_set_access owner to fuhan_doorkeeper;
--> statement-breakpoint
revoke create on schema public from fuhan_doorkeeper;
--> statement-breakpoint
revoke execute on function fuhan_set_access from public;
--> statement-breakpoint
grant execute on function fuhan_set_access to fuhan_app;
--> statement-breakpoint
create policy reach on proposal for select using (bureau_id = (select fuhan_bureau()) and fuhan_reaches(id));
--> statement-breakpoint
create policy reach_change on proposal for update using (bureau_id = (select fuhan_bureau()) and fuhan_reaches(id));
--> statement-breakpoint
create policy register on proposal for insert with check (bureau_id = (select fuhan_bureau()) and (select fuhan_has_role('registrar')));
--> statement-breakpoint
create policy reach on sponsor for select using (bureau_id = (select fuhan_bureau()) and fuhan_reaches(proposal_id));
--> statement-breakpoint
create policy staff on sponsor using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy reach on ask for select using (bureau_id = (select fuhan_bureau()) and fuhan_reaches(proposal_id));
--> statement-breakpoint
create policy staff on ask using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy staff on contact using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy reach on deadline for select using (bureau_id = (select fuhan_bureau()) and fuhan_oversees(proposal_id));
--> statement-breakpoint
create policy staff on deadline using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy staff on archive_package using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint

-- Co-handling: a unit sees its own request and opinion, never another's.
create policy concerned on request using (bureau_id = (select fuhan_bureau())
  and (fuhan_works_on(proposal_id) or (unit_id = (select fuhan_unit()) and fuhan_reaches(proposal_id))));
--> statement-breakpoint
create policy oversight on request for select using (bureau_id = (select fuhan_bureau()) and fuhan_oversees(proposal_id));
--> statement-breakpoint
create policy concerned on opinion using (bureau_id = (select fuhan_bureau())
  and (fuhan_works_on(proposal_id) or (unit_id = (select fuhan_unit()) and fuhan_reaches(proposal_id))));
--> statement-breakpoint

-- Drafting and clearance: the bureau's own people on this proposal.
create policy staff on reply using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy staff on revision using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy staff on clearance_step using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy staff on remark using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy staff on signature using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy staff on number_series using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_staff()));
--> statement-breakpoint

-- What was issued: its addressee reads it too.
create policy concerned on letter for select using (bureau_id = (select fuhan_bureau()) and (fuhan_oversees(proposal_id)
  or (delegate_id = (select fuhan_delegate()) and id = (select fuhan_letter()))));
--> statement-breakpoint
create policy staff on letter for insert with check (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
-- Rule 10: nobody in the bureau enters a rating. Staff open a receipt; only its addressee fills it in.
create policy staff on receipt for insert with check (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id) and state = 'awaiting' and attitude is null and result is null);
--> statement-breakpoint
create policy addressee on receipt using (bureau_id = (select fuhan_bureau()) and delegate_id = (select fuhan_delegate()) and letter_id = (select fuhan_letter()));
--> statement-breakpoint
create policy oversight on receipt for select using (bureau_id = (select fuhan_bureau()) and fuhan_oversees(proposal_id));
--> statement-breakpoint
create policy concerned on receipt_link using (bureau_id = (select fuhan_bureau()) and (fuhan_works_on(proposal_id)
  or (delegate_id = (select fuhan_delegate()) and letter_id = (select fuhan_letter()))));
--> statement-breakpoint
create policy staff on publication using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy oversight on publication for select using (bureau_id = (select fuhan_bureau()) and fuhan_oversees(proposal_id));
--> statement-breakpoint
create policy staff on commitment using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy concerned on commitment for select using (bureau_id = (select fuhan_bureau()) and (fuhan_oversees(proposal_id)
  or ((select fuhan_delegate()) is not null and fuhan_reaches(proposal_id))));
--> statement-breakpoint
create policy staff on commitment_review using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint

-- The log: whoever reaches a proposal adds to its chain; its readers are the staff on it and the audit administrator.
create policy append on event for insert with check (bureau_id = (select fuhan_bureau())
  and (proposal_id is null or fuhan_reaches(proposal_id)));
--> statement-breakpoint
create policy read on event for select using (bureau_id = (select fuhan_bureau())
  and ((select fuhan_has_role('audit_admin')) or fuhan_works_on(proposal_id)));
--> statement-breakpoint
create policy own on bureau_chain using (bureau_id = (select fuhan_bureau()) and ((select fuhan_user()) is not null or (select fuhan_is_system_admin())));
--> statement-breakpoint
create policy own on command_key using (bureau_id = (select fuhan_bureau()) and actor = (select current_setting('fuhan.actor', true)));
--> statement-breakpoint
create policy append on outbox for insert with check (bureau_id = (select fuhan_bureau()));
--> statement-breakpoint

-- UPDATE, DELETE and TRUNCATE on the log are refused by grant and, for the owner too, by trigger.
create function fuhan_log_is_append_only() returns trigger language plpgsql
  as $$ begin raise exception 'the log is append-only' using errcode = 'insufficient_privilege'; end $$;
--> statement-breakpoint
create trigger event_append_only before update or delete on event for each row execute function fuhan_log_is_append_only();
--> statement-breakpoint
create trigger event_no_truncate before truncate on event for each statement execute function fuhan_log_is_append_only();
--> statement-breakpoint
create policy owner_sets on installation for all to current_user using (true) with check (true);
--> statement-breakpoint
-- A unit's or a delegate's act adds an event to the chain; of the proposal's row it changes nothing else.
create function fuhan_only_staff_move() returns trigger language plpgsql as $$
begin
  if current_user = 'fuhan_app' and not fuhan_is_staff()
     and to_jsonb(new) - array['sequence', 'version', 'head_hash'] is distinct from to_jsonb(old) - array['sequence', 'version', 'head_hash']
  then raise exception 'only the bureau moves a proposal' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger proposal_only_staff_move before update on proposal for each row execute function fuhan_only_staff_move();
--> statement-breakpoint
revoke delete on bureau_chain, division, unit from fuhan_app;
