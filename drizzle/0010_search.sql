CREATE TABLE "earlier_case" (
	"proposal_id" uuid NOT NULL,
	"earlier_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "earlier_case_proposal_id_earlier_id_pk" PRIMARY KEY("proposal_id","earlier_id")
);
--> statement-breakpoint
CREATE TABLE "proposal_search" (
	"proposal_id" uuid NOT NULL,
	"visibility" text NOT NULL,
	"part" integer NOT NULL,
	"bureau_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "proposal_search_proposal_id_visibility_part_pk" PRIMARY KEY("proposal_id","visibility","part"),
	CONSTRAINT "proposal_search_visibility" CHECK ("proposal_search"."visibility" in ('public', 'delegate', 'unit', 'staff', 'clearance'))
);
--> statement-breakpoint
ALTER TABLE "earlier_case" ADD CONSTRAINT "earlier_case_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_case" ADD CONSTRAINT "earlier_case_earlier_id_proposal_id_fk" FOREIGN KEY ("earlier_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_case" ADD CONSTRAINT "earlier_case_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_case" ADD CONSTRAINT "earlier_case_linked_by_app_user_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_search" ADD CONSTRAINT "proposal_search_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_search" ADD CONSTRAINT "proposal_search_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "earlier_case_earlier_id_index" ON "earlier_case" USING btree ("earlier_id");--> statement-breakpoint
CREATE INDEX "proposal_search_words" ON "proposal_search" USING gin ("words");
--> statement-breakpoint
-- Walls. Under row-level security `@@` does not reach an index, so search is one door (design.md §3): it takes a phrase,
-- reads who looks from this transaction's settings, and answers ids alone. The rows themselves are read by nobody else
-- but whoever keeps them, and one by one.
create function fuhan_may_find(proposal uuid, kind text) returns boolean language sql stable
  as $$ select exists (select from proposal_access a where a.proposal_id = proposal and a.bureau_id = fuhan_bureau()
          and a.party = any(fuhan_parties()) and case a.scope when 'oversight' then 'staff' else a.scope end = kind) $$;
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['proposal_search', 'earlier_case'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, delete on %I to fuhan_app', t);
  end loop;
end $$;
--> statement-breakpoint
create policy find on proposal_search for select using (bureau_id = (select fuhan_bureau()) and fuhan_may_find(proposal_id, visibility));
--> statement-breakpoint
create policy keep on proposal_search using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
grant select on proposal_search to fuhan_doorkeeper;
--> statement-breakpoint
create policy door on proposal_search for select to fuhan_doorkeeper using (true);
--> statement-breakpoint
-- plpgsql, so that the plan is made for the very phrase: a rare one comes off the index, a common one off the table.
create function fuhan_search(phrases tsquery[], most integer) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query select s.proposal_id from proposal_search s
    where s.words @@ phrases[1] and s.bureau_id = fuhan_bureau() and fuhan_may_find(s.proposal_id, s.visibility)
      and not exists (select from proposal_search e where e.proposal_id = s.proposal_id and e.visibility = s.visibility
        and e.part < s.part and e.words @@ phrases[1])
      and not exists (select from unnest(phrases[2:]) as other(phrase) where not exists (select from proposal_search o
        where o.proposal_id = s.proposal_id and o.visibility = s.visibility and o.words @@ other.phrase))
    limit most;
end $$;
--> statement-breakpoint
grant create on schema public to fuhan_doorkeeper;
--> statement-breakpoint
alter function fuhan_search owner to fuhan_doorkeeper;
--> statement-breakpoint
revoke create on schema public from fuhan_doorkeeper;
--> statement-breakpoint
revoke execute on function fuhan_search from public;
--> statement-breakpoint
grant execute on function fuhan_search to fuhan_app;
--> statement-breakpoint
-- A link between two items is seen by whoever reaches both, and made by whoever works on both.
create policy reach on earlier_case for select using (bureau_id = (select fuhan_bureau()) and fuhan_reaches(proposal_id) and fuhan_reaches(earlier_id));
--> statement-breakpoint
create policy staff on earlier_case using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id) and fuhan_works_on(earlier_id));
--> statement-breakpoint
-- The job that indexes what stood here before this table did, and what was left out.
select pgboss.create_queue('search', '{"policy":"short","retryLimit":20,"retryDelay":1,"expireInSeconds":15}');
