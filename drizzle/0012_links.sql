CREATE TABLE "coordination" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"people" text NOT NULL,
	"conclusion" text NOT NULL,
	"is_agreed" boolean NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opinion_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"request_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"person" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_by" text,
	"accepted_at" timestamp with time zone,
	"used_by" text,
	"used_at" timestamp with time zone,
	"voided_at" timestamp with time zone,
	CONSTRAINT "opinion_link_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "request" DROP CONSTRAINT "request_state";--> statement-breakpoint
ALTER TABLE "opinion" ALTER COLUMN "given_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "opinion" ADD COLUMN "given_via" text DEFAULT 'account' NOT NULL;--> statement-breakpoint
ALTER TABLE "opinion" ADD COLUMN "received_on" date;--> statement-breakpoint
ALTER TABLE "opinion" ADD COLUMN "scan_id" uuid;--> statement-breakpoint
ALTER TABLE "opinion" ADD COLUMN "is_late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "item" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "coordination" ADD CONSTRAINT "coordination_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination" ADD CONSTRAINT "coordination_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination" ADD CONSTRAINT "coordination_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination" ADD CONSTRAINT "coordination_recorded_by_app_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_link" ADD CONSTRAINT "opinion_link_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_link" ADD CONSTRAINT "opinion_link_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_link" ADD CONSTRAINT "opinion_link_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_link" ADD CONSTRAINT "opinion_link_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_link" ADD CONSTRAINT "opinion_link_made_by_app_user_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coordination_request_id_index" ON "coordination" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "coordination_proposal_id_index" ON "coordination" USING btree ("proposal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "opinion_link_one_live" ON "opinion_link" USING btree ("request_id") WHERE "opinion_link"."used_at" is null and "opinion_link"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "opinion_link_proposal_id_index" ON "opinion_link" USING btree ("proposal_id");--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_given_via" CHECK ("opinion"."given_via" in ('account', 'link', 'paper', 'other_bureau'));--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_giver" CHECK (("opinion"."given_via" in ('account', 'paper')) = ("opinion"."given_by" is not null));--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_paper" CHECK (("opinion"."given_via" = 'paper') = ("opinion"."received_on" is not null) and ("opinion"."given_via" = 'paper') = ("opinion"."scan_id" is not null));--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_scan_id_kept_file_id_fk" FOREIGN KEY ("scan_id") REFERENCES "public"."kept_file"("id");--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_state" CHECK ("request"."state" in ('draft', 'sent', 'acknowledged', 'answered', 'accepted', 'declined', 'returned', 'disputed', 'resolved', 'cancelled', 'waived', 'filed'));--> statement-breakpoint

-- Walls. An opinion link opens one request, its proposal and its own opinion, and nothing beside. The request is looked
-- up from the link here, so that a link that was taken back opens nothing, whatever the application believes.
alter table opinion_link enable row level security;
--> statement-breakpoint
alter table opinion_link force row level security;
--> statement-breakpoint
alter table coordination enable row level security;
--> statement-breakpoint
alter table coordination force row level security;
--> statement-breakpoint
grant select, insert on opinion_link, coordination to fuhan_app;
--> statement-breakpoint
grant update (accepted_by, accepted_at, used_by, used_at, voided_at) on opinion_link to fuhan_app;
--> statement-breakpoint
create function fuhan_link() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('fuhan.link', true), '')::uuid $$;
--> statement-breakpoint
create function fuhan_link_request() returns uuid language sql stable
  as $$ select l.request_id from opinion_link l where l.id = fuhan_link() and l.bureau_id = fuhan_bureau() and l.voided_at is null $$;
--> statement-breakpoint
create policy staff on opinion_link using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy holder on opinion_link for select using (bureau_id = (select fuhan_bureau()) and id = (select fuhan_link()) and voided_at is null);
--> statement-breakpoint
create policy holder_takes on opinion_link for update using (bureau_id = (select fuhan_bureau()) and id = (select fuhan_link()) and voided_at is null)
  with check (bureau_id = (select fuhan_bureau()) and id = (select fuhan_link()) and voided_at is null);
--> statement-breakpoint
create policy not_the_house on opinion_link as restrictive using (not (select fuhan_is_house()));
--> statement-breakpoint
create policy staff on coordination using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy not_the_house on coordination as restrictive using (not (select fuhan_is_house()));
--> statement-breakpoint

-- A unit reads its own request, also after it was cancelled; it answers while it reaches the proposal.
drop policy concerned on request;
--> statement-breakpoint
create policy staff on request using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy own on request for select using (bureau_id = (select fuhan_bureau()) and unit_id = (select fuhan_unit()));
--> statement-breakpoint
create policy own_answers on request for update using (bureau_id = (select fuhan_bureau()) and unit_id = (select fuhan_unit()) and fuhan_reaches(proposal_id));
--> statement-breakpoint
create policy link on request for select using (bureau_id = (select fuhan_bureau()) and id = (select fuhan_link_request()));
--> statement-breakpoint
create policy link_answers on request for update using (bureau_id = (select fuhan_bureau()) and id = (select fuhan_link_request()));
--> statement-breakpoint
revoke delete on request from fuhan_app;
--> statement-breakpoint
-- A unit signs for its request, answers or declines it; whether that is accepted, and until when, the bureau says.
create function fuhan_unit_only_answers() returns trigger language plpgsql as $$
begin
  if current_user = 'fuhan_app' and not fuhan_is_staff() and (new.state not in ('acknowledged', 'answered', 'declined', 'filed')
     or to_jsonb(new) - array['state', 'acknowledged_at', 'answered_at', 'settled_at', 'reason']
       is distinct from to_jsonb(old) - array['state', 'acknowledged_at', 'answered_at', 'settled_at', 'reason'])
  then raise exception 'a unit only answers' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger request_unit_only_answers before update on request for each row execute function fuhan_unit_only_answers();
--> statement-breakpoint
drop policy concerned on opinion;
--> statement-breakpoint
create policy staff on opinion using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy own on opinion for select using (bureau_id = (select fuhan_bureau()) and unit_id = (select fuhan_unit()));
--> statement-breakpoint
create policy own_given on opinion for insert with check (bureau_id = (select fuhan_bureau()) and unit_id = (select fuhan_unit()) and given_via = 'account'
  and exists (select from request r where r.id = opinion.request_id and r.proposal_id = opinion.proposal_id and r.unit_id = opinion.unit_id));
--> statement-breakpoint
create policy link on opinion for select using (bureau_id = (select fuhan_bureau()) and request_id = (select fuhan_link_request()));
--> statement-breakpoint
-- Single use holds here too: once the link was used it brings no second opinion.
create policy link_gives on opinion for insert with check (bureau_id = (select fuhan_bureau()) and given_via = 'link'
  and exists (select from opinion_link l where l.id = (select fuhan_link()) and l.used_at is null and l.voided_at is null
    and l.request_id = opinion.request_id and l.proposal_id = opinion.proposal_id and l.unit_id = opinion.unit_id));
--> statement-breakpoint

-- The proposal, its asks and its sponsors' names, in the link's own round and while the request stands.
create function fuhan_link_reads(proposal uuid, of_round integer) returns boolean language sql stable
  as $$ select exists (select from request r where r.id = fuhan_link_request() and r.proposal_id = proposal and r.round = of_round and r.state <> 'cancelled') $$;
--> statement-breakpoint
create policy link on proposal for select using (bureau_id = (select fuhan_bureau()) and (select fuhan_link()) is not null
  and fuhan_link_reads(id, round));
--> statement-breakpoint
create policy link_change on proposal for update using (bureau_id = (select fuhan_bureau()) and (select fuhan_link()) is not null
  and fuhan_link_reads(id, round));
--> statement-breakpoint
create function fuhan_link_opens(proposal uuid) returns boolean language sql stable
  as $$ select fuhan_link() is not null and exists (select from request r join proposal p on p.id = r.proposal_id
          where r.id = fuhan_link_request() and p.id = fuhan_link_opens.proposal) $$;
--> statement-breakpoint
create policy link on ask for select using (bureau_id = (select fuhan_bureau()) and (select fuhan_link()) is not null and fuhan_link_opens(proposal_id));
--> statement-breakpoint
create policy link on sponsor for select using (bureau_id = (select fuhan_bureau()) and (select fuhan_link()) is not null and fuhan_link_opens(proposal_id));
--> statement-breakpoint
create policy link on delegate for select using (bureau_id = (select fuhan_bureau()) and (select fuhan_link()) is not null
  and exists (select from sponsor s where s.delegate_id = delegate.id));
--> statement-breakpoint
create policy link on event for insert with check (bureau_id = (select fuhan_bureau()) and (select fuhan_link()) is not null and fuhan_link_opens(proposal_id));
--> statement-breakpoint
-- The bureau's address book is not the link's: it names the one unit it was made for.
create policy link_own on unit as restrictive for select using ((select fuhan_link()) is null
  or id = (select r.unit_id from request r where r.id = (select fuhan_link_request())));
--> statement-breakpoint
create policy link_none on division as restrictive for select using ((select fuhan_link()) is null);
--> statement-breakpoint

-- Doors. The link of a token's hash, with whom to call when it no longer opens anything.
grant select on opinion_link to fuhan_doorkeeper;
--> statement-breakpoint
grant select (contact_name, contact_phone) on request to fuhan_doorkeeper;
--> statement-breakpoint
grant select (proposal_id, bureau_id, round, kind, state) on reply to fuhan_doorkeeper;
--> statement-breakpoint
create policy door on opinion_link for select to fuhan_doorkeeper using (true);
--> statement-breakpoint
create policy link_door on request for select to fuhan_doorkeeper using (exists (select from opinion_link l where l.request_id = request.id));
--> statement-breakpoint
create policy door on reply for select to fuhan_doorkeeper using (bureau_id = (select fuhan_bureau()));
--> statement-breakpoint
create function fuhan_opinion_link(with_hash text)
returns table (id uuid, request_id uuid, bureau_id uuid, bureau_name text, is_demo boolean, round integer, person text, expires_at timestamptz,
  accepted_by text, used_by text, used_at timestamptz, voided_at timestamptz, contact_name text, contact_phone text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select l.id, l.request_id, l.bureau_id, b.name, b.is_demo, l.round, l.person, l.expires_at, l.accepted_by, l.used_by, l.used_at, l.voided_at,
    r.contact_name, r.contact_phone
  from opinion_link l join request r on r.id = l.request_id join bureau b on b.id = l.bureau_id where l.token_hash = with_hash
$$;
--> statement-breakpoint
-- Which rounds of a proposal have a signed letter, for whoever reaches it: a unit learns that, and not what was signed.
create function fuhan_signed_rounds(of_proposal uuid) returns setof integer
language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct r.round from reply r where r.proposal_id = of_proposal and r.bureau_id = fuhan_bureau()
    and r.kind in ('reply', 'opinion') and r.state in ('signed', 'issued', 'superseded') and (fuhan_reaches(of_proposal)
      or exists (select from opinion_link l where l.id = fuhan_link() and l.proposal_id = of_proposal and l.voided_at is null))
$$;
--> statement-breakpoint
grant create on schema public to fuhan_doorkeeper;
--> statement-breakpoint
alter function fuhan_opinion_link owner to fuhan_doorkeeper;
--> statement-breakpoint
alter function fuhan_signed_rounds owner to fuhan_doorkeeper;
--> statement-breakpoint
revoke create on schema public from fuhan_doorkeeper;
--> statement-breakpoint
revoke execute on function fuhan_opinion_link, fuhan_signed_rounds from public;
--> statement-breakpoint
grant execute on function fuhan_opinion_link, fuhan_signed_rounds to fuhan_app;
