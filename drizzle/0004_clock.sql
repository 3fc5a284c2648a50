CREATE TABLE "extension" (
	"id" uuid PRIMARY KEY NOT NULL,
	"deadline_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"amount" integer NOT NULL,
	"unit" text NOT NULL,
	"reason" text NOT NULL,
	"approval_document" text NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp with time zone,
	"removal_reason" text,
	CONSTRAINT "extension_unit" CHECK ("extension"."unit" in ('workday', 'day', 'month')),
	CONSTRAINT "extension_amount" CHECK ("extension"."amount" >= 1),
	CONSTRAINT "extension_removed_whole" CHECK (("extension"."removed_at" is null) = ("extension"."removed_by" is null) and ("extension"."removed_at" is null) = ("extension"."removal_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "pause" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"paused_on" date NOT NULL,
	"reason" text NOT NULL,
	"paused_by" uuid NOT NULL,
	"paused_at" timestamp with time zone NOT NULL,
	"resumed_on" date,
	"resumed_by" uuid,
	"resumed_at" timestamp with time zone,
	"resume_reason" text,
	CONSTRAINT "pause_order" CHECK ("pause"."resumed_on" >= "pause"."paused_on"),
	CONSTRAINT "pause_resumed_whole" CHECK (("pause"."resumed_on" is null) = ("pause"."resumed_by" is null) and ("pause"."resumed_on" is null) = ("pause"."resumed_at" is null) and ("pause"."resumed_on" is null) = ("pause"."resume_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_deadline_id_deadline_id_fk" FOREIGN KEY ("deadline_id") REFERENCES "public"."deadline"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_granted_by_app_user_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_removed_by_app_user_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause" ADD CONSTRAINT "pause_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause" ADD CONSTRAINT "pause_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause" ADD CONSTRAINT "pause_paused_by_app_user_id_fk" FOREIGN KEY ("paused_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause" ADD CONSTRAINT "pause_resumed_by_app_user_id_fk" FOREIGN KEY ("resumed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "extension_one_at_a_time" ON "extension" USING btree ("deadline_id") WHERE "extension"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "extension_proposal_id_index" ON "extension" USING btree ("proposal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pause_one_at_a_time" ON "pause" USING btree ("proposal_id") WHERE "pause"."resumed_on" is null;--> statement-breakpoint
CREATE INDEX "pause_proposal_id_index" ON "pause" USING btree ("proposal_id");
--> statement-breakpoint

-- Walls: whoever works on the proposal orders them, oversight reads them, nobody deletes one.
do $$ declare t text; begin
  foreach t in array array['extension', 'pause'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update on %I to fuhan_app', t);
    execute format('create policy staff on %I using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id))', t);
    execute format('create policy reach on %I for select using (bureau_id = (select fuhan_bureau()) and fuhan_oversees(proposal_id))', t);
  end loop;
end $$;
