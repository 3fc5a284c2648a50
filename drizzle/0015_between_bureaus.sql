CREATE TABLE "incoming_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"track" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"session_kind" text NOT NULL,
	"official_no" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"sponsor_kind" text NOT NULL,
	"sponsors" jsonb NOT NULL,
	"question" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"sent_on" date NOT NULL,
	"due_on" date NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"proposal_id" uuid,
	CONSTRAINT "incoming_state" CHECK ("incoming_request"."state" in ('waiting', 'registered', 'answered', 'returned', 'cancelled', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "parcel" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_bureau_id" uuid NOT NULL,
	"to_bureau_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"delivered_at" timestamp with time zone,
	"refusal" text,
	CONSTRAINT "parcel_kind" CHECK ("parcel"."kind" in ('asked', 'returned', 'cancelled', 'acknowledged', 'answered', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "unit_bureau" (
	"unit_id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"is_bureau_id" uuid NOT NULL,
	CONSTRAINT "unit_bureau_bureauId_isBureauId_unique" UNIQUE("bureau_id","is_bureau_id")
);
--> statement-breakpoint
ALTER TABLE "incoming_request" ADD CONSTRAINT "incoming_request_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incoming_request" ADD CONSTRAINT "incoming_request_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incoming_request" ADD CONSTRAINT "incoming_request_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incoming_request" ADD CONSTRAINT "incoming_request_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel" ADD CONSTRAINT "parcel_from_bureau_id_bureau_id_fk" FOREIGN KEY ("from_bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel" ADD CONSTRAINT "parcel_to_bureau_id_bureau_id_fk" FOREIGN KEY ("to_bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_bureau" ADD CONSTRAINT "unit_bureau_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_bureau" ADD CONSTRAINT "unit_bureau_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_bureau" ADD CONSTRAINT "unit_bureau_is_bureau_id_bureau_id_fk" FOREIGN KEY ("is_bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incoming_request_bureau_id_state_due_on_index" ON "incoming_request" USING btree ("bureau_id","state","due_on");--> statement-breakpoint
CREATE INDEX "incoming_request_proposal_id_index" ON "incoming_request" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "parcel_waiting" ON "parcel" USING btree ("to_bureau_id","written_at");--> statement-breakpoint

-- Walls. Two bureaus of one house: a parcel is written by the sender's own people, read only by the receiver's house, and
-- goes only where both say they are each other's unit. What came is the registrar's, then of those who work on the item.
do $$ declare t text; begin
  foreach t in array array['unit_bureau', 'parcel', 'incoming_request'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update on %I to fuhan_app', t);
  end loop;
end $$;
--> statement-breakpoint
revoke update on unit_bureau, parcel from fuhan_app;
--> statement-breakpoint
grant update (delivered_at, refusal) on parcel to fuhan_app;
--> statement-breakpoint
grant select on unit_bureau to fuhan_doorkeeper;
--> statement-breakpoint
create policy door on unit_bureau for select to fuhan_doorkeeper using (true);
--> statement-breakpoint
create policy own on unit_bureau for select using (bureau_id = (select fuhan_bureau()) and ((select fuhan_is_staff()) or (select fuhan_is_system_admin())));
--> statement-breakpoint
create policy administer on unit_bureau for insert with check (bureau_id = (select fuhan_bureau()) and (select fuhan_is_system_admin())
  and exists (select from unit u where u.id = unit_id and u.bureau_id = fuhan_bureau()));
--> statement-breakpoint
-- The bureau that a unit of ours is, and back: null unless both sides say so.
create function fuhan_bureau_of_unit(of_unit uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select ours.is_bureau_id from unit_bureau ours join unit_bureau theirs
    on theirs.bureau_id = ours.is_bureau_id and theirs.is_bureau_id = ours.bureau_id
    where ours.unit_id = of_unit and ours.bureau_id = fuhan_bureau()
$$;
--> statement-breakpoint
create function fuhan_unit_of_bureau(of_bureau uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select ours.unit_id from unit_bureau ours join unit_bureau theirs
    on theirs.bureau_id = ours.is_bureau_id and theirs.is_bureau_id = ours.bureau_id
    where ours.is_bureau_id = of_bureau and ours.bureau_id = fuhan_bureau()
$$;
--> statement-breakpoint
grant create on schema public to fuhan_doorkeeper;
--> statement-breakpoint
alter function fuhan_bureau_of_unit owner to fuhan_doorkeeper;
--> statement-breakpoint
alter function fuhan_unit_of_bureau owner to fuhan_doorkeeper;
--> statement-breakpoint
revoke create on schema public from fuhan_doorkeeper;
--> statement-breakpoint
revoke execute on function fuhan_bureau_of_unit, fuhan_unit_of_bureau from public;
--> statement-breakpoint
grant execute on function fuhan_bureau_of_unit, fuhan_unit_of_bureau to fuhan_app;
--> statement-breakpoint
create policy send on parcel for insert with check (from_bureau_id = (select fuhan_bureau()) and (select fuhan_is_staff())
  and delivered_at is null and fuhan_unit_of_bureau(to_bureau_id) is not null);
--> statement-breakpoint
create policy receive on parcel for select using (to_bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy received on parcel for update using (to_bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy house_receives on incoming_request for insert with check (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()) and state = 'waiting');
--> statement-breakpoint
create policy house_hears on incoming_request for update using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy house_looks on incoming_request for select using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy intake on incoming_request for select using (bureau_id = (select fuhan_bureau())
  and ((select fuhan_has_role('registrar')) or (select fuhan_has_role('coordinator')) or (proposal_id is not null and fuhan_works_on(proposal_id))));
--> statement-breakpoint
create policy intake_takes on incoming_request for update using (bureau_id = (select fuhan_bureau())
  and ((select fuhan_has_role('registrar')) or (proposal_id is not null and fuhan_works_on(proposal_id))));
--> statement-breakpoint
-- The other bureau answers here as the unit it was asked as: no person of ours, and no other's request.
create policy other_bureau_gives on opinion for insert with check (bureau_id = (select fuhan_bureau()) and unit_id = (select fuhan_unit())
  and (select fuhan_user()) is null and given_via = 'other_bureau'
  and exists (select from request r where r.id = opinion.request_id and r.proposal_id = opinion.proposal_id and r.unit_id = opinion.unit_id));
--> statement-breakpoint
select pgboss.create_queue('between_bureaus', '{"policy":"standard","retryLimit":20,"retryDelay":1,"expireInSeconds":30}');
