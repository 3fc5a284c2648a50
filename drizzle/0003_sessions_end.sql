-- A new password opens no disabled account: who is disabled stays so.
create or replace function fuhan_change_account(of_user uuid, new_hash text, disabled timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from app_user u where u.id = of_user and u.bureau_id = fuhan_bureau()
     and (fuhan_is_system_admin() or (u.id = fuhan_user() and disabled is null)))
  then raise exception 'not yours to change' using errcode = 'insufficient_privilege'; end if;
  update app_user set password_hash = coalesce(new_hash, password_hash), disabled_at = coalesce(disabled, disabled_at) where id = of_user;
  delete from session where user_id = of_user;
end $$;
--> statement-breakpoint
-- A role given, moved or taken ends the account's sessions, whoever writes it and however.
create function fuhan_role_ends_sessions() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from session where user_id in (new.user_id, old.user_id);
  return null;
end $$;
--> statement-breakpoint
grant create on schema public to fuhan_doorkeeper;
--> statement-breakpoint
alter function fuhan_role_ends_sessions owner to fuhan_doorkeeper;
--> statement-breakpoint
revoke create on schema public from fuhan_doorkeeper;
--> statement-breakpoint
revoke execute on function fuhan_role_ends_sessions from public;
--> statement-breakpoint
create trigger membership_ends_sessions after insert or update or delete on membership
  for each row execute function fuhan_role_ends_sessions();
