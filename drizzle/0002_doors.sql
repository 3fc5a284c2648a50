-- Doors: SECURITY DEFINER functions that take a hash or a name and return one row (design.md §3, Walls). They belong to
-- fuhan_doorkeeper, who has exactly these grants; FORCE row-level security binds him too, so each table gets a policy.

grant select on app_user, membership, bureau to fuhan_doorkeeper;
--> statement-breakpoint
grant update (password_hash, disabled_at) on app_user to fuhan_doorkeeper;
--> statement-breakpoint
grant select, insert, update, delete on session, sign_in_attempt to fuhan_doorkeeper;
--> statement-breakpoint
grant select on receipt_link, delegate to fuhan_doorkeeper;
--> statement-breakpoint
create policy door on app_user to fuhan_doorkeeper using (true) with check (true);
--> statement-breakpoint
create policy door on membership for select to fuhan_doorkeeper using (true);
--> statement-breakpoint
create policy door on bureau for select to fuhan_doorkeeper using (true);
--> statement-breakpoint
create policy door on session to fuhan_doorkeeper using (true) with check (true);
--> statement-breakpoint
create policy door on sign_in_attempt to fuhan_doorkeeper using (true) with check (true);
--> statement-breakpoint
create policy door on receipt_link for select to fuhan_doorkeeper using (true);
--> statement-breakpoint
create policy door on delegate for select to fuhan_doorkeeper using (true);
--> statement-breakpoint

-- The application never reads a password's hash: it is compared behind the door's answer for one login alone.
revoke select, update on app_user from fuhan_app;
--> statement-breakpoint
grant select (id, bureau_id, login, name, title, phone, disabled_at), update (name, title, phone) on app_user to fuhan_app;
--> statement-breakpoint
grant create on schema public to fuhan_doorkeeper;
--> statement-breakpoint

create function fuhan_account(with_login text)
returns table (user_id uuid, bureau_id uuid, name text, password_hash text, disabled_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select id, bureau_id, name, password_hash, disabled_at from app_user where login = with_login
$$;
--> statement-breakpoint
create function fuhan_session(with_id text)
returns table (id text, user_id uuid, bureau_id uuid, expires_at timestamptz, started_at timestamptz, last_active_at timestamptz,
  reauthenticated_at timestamptz, login text, name text, title text, disabled_at timestamptz, bureau_name text, is_demo boolean, memberships jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.user_id, s.bureau_id, s.expires_at, s.started_at, s.last_active_at, s.reauthenticated_at, u.login, u.name, u.title,
    u.disabled_at, b.name, b.is_demo, coalesce((select jsonb_agg(jsonb_build_object('role', m.role, 'divisionId', m.division_id, 'unitId', m.unit_id)
      order by m.role) from membership m where m.user_id = s.user_id), '[]'::jsonb)
  from session s join app_user u on u.id = s.user_id join bureau b on b.id = s.bureau_id where s.id = with_id
$$;
--> statement-breakpoint
create function fuhan_session_open(new_id text, for_user uuid, until timestamptz, at timestamptz, reauthenticated timestamptz) returns void
language sql security definer set search_path = pg_catalog, public as $$
  insert into session (id, user_id, bureau_id, expires_at, started_at, last_active_at, reauthenticated_at)
  select new_id, u.id, u.bureau_id, until, at, at, reauthenticated from app_user u where u.id = for_user and u.disabled_at is null
$$;
--> statement-breakpoint
create function fuhan_session_touch(with_id text, until timestamptz, active_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public as $$
  update session set expires_at = greatest(expires_at, until), last_active_at = greatest(last_active_at, active_at) where id = with_id
$$;
--> statement-breakpoint
create function fuhan_session_renamed(old_id text, new_id text, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public as $$
  update session set id = new_id, reauthenticated_at = at, last_active_at = at where id = old_id
$$;
--> statement-breakpoint
create function fuhan_session_close(with_id text) returns void
language sql security definer set search_path = pg_catalog, public as $$ delete from session where id = with_id $$;
--> statement-breakpoint
create function fuhan_sessions_close(of_user uuid) returns void
language sql security definer set search_path = pg_catalog, public as $$ delete from session where user_id = of_user $$;
--> statement-breakpoint
create function fuhan_sessions_sweep(before timestamptz) returns void
language sql security definer set search_path = pg_catalog, public as $$ delete from session where expires_at < before $$;
--> statement-breakpoint

create function fuhan_sign_in_failures(with_login text, from_source text)
returns table (failures integer, last_failed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select failures, last_failed_at from sign_in_attempt where login = with_login and source = from_source
$$;
--> statement-breakpoint
create function fuhan_sign_in_failed(with_login text, from_source text, at timestamptz, forget_before timestamptz) returns void
language sql security definer set search_path = pg_catalog, public as $$
  insert into sign_in_attempt as a (login, source, failures, last_failed_at) values (with_login, from_source, 1, at)
  on conflict (login, source) do update set last_failed_at = at,
    failures = case when a.last_failed_at < forget_before then 1 else a.failures + 1 end
$$;
--> statement-breakpoint
create function fuhan_sign_in_succeeded(with_login text, from_source text) returns void
language sql security definer set search_path = pg_catalog, public as $$
  delete from sign_in_attempt where login = with_login and source = from_source
$$;
--> statement-breakpoint

-- Within the caller's own bureau, by its system administrator, or by the person himself.
create function fuhan_change_account(of_user uuid, new_hash text, disabled timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from app_user u where u.id = of_user and u.bureau_id = fuhan_bureau()
     and (fuhan_is_system_admin() or (u.id = fuhan_user() and disabled is null)))
  then raise exception 'not yours to change' using errcode = 'insufficient_privilege'; end if;
  update app_user set password_hash = coalesce(new_hash, password_hash), disabled_at = disabled where id = of_user;
  delete from session where user_id = of_user;
end $$;
--> statement-breakpoint

create function fuhan_receipt_link(with_hash text)
returns table (receipt_id uuid, letter_id uuid, proposal_id uuid, bureau_id uuid, delegate_id uuid, delegate_name text,
  expires_at timestamptz, used_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select l.receipt_id, l.letter_id, l.proposal_id, l.bureau_id, l.delegate_id, d.name, l.expires_at, l.used_at, l.revoked_at
  from receipt_link l join delegate d on d.id = l.delegate_id where l.token_hash = with_hash
$$;
--> statement-breakpoint
create function fuhan_bureaus() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$ select id from bureau order by id $$;
--> statement-breakpoint
-- What the sign-in page shows before anybody is known: the bureau's name, and the accounts where it is a demo.
create function fuhan_front_door()
returns table (name text, is_demo boolean, accounts jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select b.name, b.is_demo, case when b.is_demo then (select jsonb_agg(jsonb_build_object('login', u.login, 'name', u.name, 'title', u.title,
    'roles', (select jsonb_agg(m.role order by m.role) from membership m where m.user_id = u.id)) order by u.login)
    from app_user u where u.bureau_id = b.id and u.disabled_at is null) end
  from bureau b order by b.is_demo, b.name limit 1
$$;
--> statement-breakpoint

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prosecdef and p.proname <> 'fuhan_set_access' loop
    execute format('alter function %s owner to fuhan_doorkeeper', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to fuhan_app', f);
  end loop;
end $$;
--> statement-breakpoint
revoke create on schema public from fuhan_doorkeeper;
