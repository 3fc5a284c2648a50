CREATE TABLE "basis_document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"state" text NOT NULL,
	"sha256" text NOT NULL,
	"file_id" uuid NOT NULL,
	"text" text NOT NULL,
	"title" text NOT NULL,
	"document_number" text,
	"issuer" text,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"findings" text NOT NULL,
	"issued_on" date,
	CONSTRAINT "basis_document_bureauId_sha256_unique" UNIQUE("bureau_id","sha256"),
	CONSTRAINT "basis_document_state" CHECK ("basis_document"."state" in ('quarantine', 'accepted', 'refused')),
	CONSTRAINT "basis_document_decided" CHECK (("basis_document"."state" = 'quarantine') = ("basis_document"."decided_by" is null) and ("basis_document"."decided_by" is null) = ("basis_document"."decided_at" is null) and ("basis_document"."state" <> 'refused' or "basis_document"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "past_reply" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"state" text NOT NULL,
	"sha256" text NOT NULL,
	"file_id" uuid NOT NULL,
	"text" text NOT NULL,
	"title" text NOT NULL,
	"document_number" text,
	"issuer" text,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"reading" text NOT NULL,
	"fields" text NOT NULL,
	"item_no" text,
	"subject" text,
	"letter_date" date,
	CONSTRAINT "past_reply_bureauId_sha256_unique" UNIQUE("bureau_id","sha256"),
	CONSTRAINT "past_reply_state" CHECK ("past_reply"."state" in ('quarantine', 'accepted', 'refused')),
	CONSTRAINT "past_reply_decided" CHECK (("past_reply"."state" = 'quarantine') = ("past_reply"."decided_by" is null) and ("past_reply"."decided_by" is null) = ("past_reply"."decided_at" is null) and ("past_reply"."state" <> 'refused' or "past_reply"."reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "basis_document" ADD CONSTRAINT "basis_document_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "basis_document" ADD CONSTRAINT "basis_document_file_id_kept_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."kept_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "basis_document" ADD CONSTRAINT "basis_document_imported_by_app_user_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "basis_document" ADD CONSTRAINT "basis_document_decided_by_app_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_reply" ADD CONSTRAINT "past_reply_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_reply" ADD CONSTRAINT "past_reply_file_id_kept_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."kept_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_reply" ADD CONSTRAINT "past_reply_imported_by_app_user_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_reply" ADD CONSTRAINT "past_reply_decided_by_app_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "basis_document_bureau_id_state_imported_at_index" ON "basis_document" USING btree ("bureau_id","state","imported_at");--> statement-breakpoint
CREATE INDEX "past_reply_bureau_id_state_imported_at_index" ON "past_reply" USING btree ("bureau_id","state","imported_at");
--> statement-breakpoint
-- Walls. The library is the bureau's own: its people read it and stand for what is in it; units, delegates and
-- administrators see nothing. What was read stays as it was read.
do $$ declare t text; begin
  foreach t in array array['past_reply', 'basis_document'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to fuhan_app', t);
    execute format('create policy staff on %I for select using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_staff()))', t);
    execute format('create policy bring_in on %I for insert with check (bureau_id = (select fuhan_bureau()) and (select fuhan_is_staff())
      and state = ''quarantine'' and imported_by = (select fuhan_user()))', t);
    execute format('create policy decide on %I for update using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_staff())
      and state = ''quarantine'') with check (decided_by = (select fuhan_user()) and state <> ''quarantine'')', t);
  end loop;
end $$;
--> statement-breakpoint
grant update (state, fields, title, document_number, issuer, item_no, subject, letter_date, decided_by, decided_at, reason) on past_reply to fuhan_app;
--> statement-breakpoint
grant update (state, title, document_number, issuer, issued_on, decided_by, decided_at, reason) on basis_document to fuhan_app;
