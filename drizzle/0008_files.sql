CREATE TABLE "document_reading" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"text" text NOT NULL,
	"page_starts" integer[] NOT NULL,
	"fields" text NOT NULL,
	"why_unread" text,
	"read_by" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"held_for" text NOT NULL,
	"seen_by" text NOT NULL,
	"proposal_id" uuid,
	"request_id" uuid,
	"kept_by" uuid,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_file_kind" CHECK ("kept_file"."kind" in ('docx', 'doc', 'wps', 'ofd', 'pdf', 'xlsx', 'csv', 'txt', 'html', 'jpg', 'png')),
	CONSTRAINT "kept_file_seen_by" CHECK ("kept_file"."seen_by" in ('party', 'staff', 'asked', 'office', 'house', 'administrators')),
	CONSTRAINT "kept_file_sha256" CHECK ("kept_file"."sha256" ~ '^[0-9a-f]{64}$' and "kept_file"."size" > 0),
	CONSTRAINT "kept_file_held" CHECK (("kept_file"."seen_by" in ('party', 'staff', 'asked')) = ("kept_file"."proposal_id" is not null) and ("kept_file"."seen_by" <> 'asked' or "kept_file"."request_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "provenance" (
	"proposal_id" uuid NOT NULL,
	"field" text NOT NULL,
	"bureau_id" uuid NOT NULL,
	"reading_id" uuid NOT NULL,
	"value_read" text NOT NULL,
	"start_at" integer,
	"end_at" integer,
	"page" integer,
	"confidence" text NOT NULL,
	"state" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "provenance_proposal_id_field_pk" PRIMARY KEY("proposal_id","field"),
	CONSTRAINT "provenance_field" CHECK ("provenance"."field" in ('track', 'meetingId', 'sessionKind', 'officialNo', 'subject', 'sponsorKind', 'sponsors', 'text')),
	CONSTRAINT "provenance_confidence" CHECK ("provenance"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "provenance_state" CHECK ("provenance"."state" in ('unconfirmed', 'accepted', 'corrected')),
	CONSTRAINT "provenance_place" CHECK (("provenance"."start_at" is null) = ("provenance"."end_at" is null) and "provenance"."start_at" <= "provenance"."end_at"),
	CONSTRAINT "provenance_decided" CHECK (("provenance"."state" = 'unconfirmed') = ("provenance"."decided_by" is null) and ("provenance"."decided_by" is null) = ("provenance"."decided_at" is null))
);
--> statement-breakpoint
ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_file_id_kept_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."kept_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_read_by_app_user_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_file" ADD CONSTRAINT "kept_file_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_file" ADD CONSTRAINT "kept_file_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_file" ADD CONSTRAINT "kept_file_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_file" ADD CONSTRAINT "kept_file_kept_by_app_user_id_fk" FOREIGN KEY ("kept_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provenance" ADD CONSTRAINT "provenance_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provenance" ADD CONSTRAINT "provenance_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provenance" ADD CONSTRAINT "provenance_reading_id_document_reading_id_fk" FOREIGN KEY ("reading_id") REFERENCES "public"."document_reading"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provenance" ADD CONSTRAINT "provenance_decided_by_app_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_reading_bureau_id_read_at_index" ON "document_reading" USING btree ("bureau_id","read_at");--> statement-breakpoint
CREATE INDEX "document_reading_file_id_index" ON "document_reading" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "kept_file_proposal_id_index" ON "kept_file" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "kept_file_bureau_id_held_for_kept_at_index" ON "kept_file" USING btree ("bureau_id","held_for","kept_at");
--> statement-breakpoint
-- Who sees a kept file is who may see the thing it is held for; `seen_by` says which of the ways
-- (app/domain/files/held-for.ts). Nobody changes or deletes one.
create function fuhan_sees_file(seen_by text, proposal uuid, asked uuid) returns boolean language sql stable
  as $$ select case seen_by
    when 'party' then fuhan_reaches(proposal)
    when 'staff' then fuhan_works_on(proposal)
    when 'asked' then fuhan_works_on(proposal) or (fuhan_reaches(proposal)
      and exists (select from request r where r.id = asked and r.proposal_id = proposal and r.unit_id = fuhan_unit()))
    when 'office' then fuhan_has_role('registrar') or fuhan_has_role('coordinator')
    when 'house' then fuhan_is_staff()
    when 'administrators' then fuhan_is_system_admin()
    else false end $$;
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['kept_file', 'document_reading', 'provenance'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to fuhan_app', t);
  end loop;
end $$;
--> statement-breakpoint
create policy concerned on kept_file for select using (bureau_id = (select fuhan_bureau())
  and fuhan_sees_file(seen_by, proposal_id, request_id));
--> statement-breakpoint
-- A document everybody on the proposal reads is still attached by our own people alone.
create policy keep on kept_file for insert with check (bureau_id = (select fuhan_bureau())
  and fuhan_sees_file(seen_by, proposal_id, request_id)
  and (seen_by <> 'party' or fuhan_works_on(proposal_id))
  and (kept_by is null or kept_by = (select fuhan_user())));
--> statement-breakpoint
create policy office on document_reading for select using (bureau_id = (select fuhan_bureau())
  and ((select fuhan_has_role('registrar')) or (select fuhan_has_role('coordinator'))
    or exists (select from provenance p where p.reading_id = document_reading.id and fuhan_works_on(p.proposal_id))));
--> statement-breakpoint
create policy registrar on document_reading for insert with check (bureau_id = (select fuhan_bureau())
  and (select fuhan_has_role('registrar')) and read_by = (select fuhan_user()));
--> statement-breakpoint
create policy staff on provenance for select using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy registrar on provenance for insert with check (bureau_id = (select fuhan_bureau())
  and (select fuhan_has_role('registrar')) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy confirm on provenance for update using (bureau_id = (select fuhan_bureau())
  and (select fuhan_has_role('registrar')) and fuhan_works_on(proposal_id));
--> statement-breakpoint
-- What was read stays as it was read: only that a person stands for it is ever added.
grant update (state, decided_by, decided_at) on provenance to fuhan_app;
