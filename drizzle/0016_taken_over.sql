CREATE TABLE "taken_over" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"document_number" text,
	"code" text,
	"year" integer,
	"seq" integer,
	"replied_on" date,
	"result" text,
	"satisfaction" text,
	"remark" text NOT NULL,
	"taken_by" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "taken_over_bureauId_documentNumber_unique" UNIQUE("bureau_id","document_number"),
	CONSTRAINT "taken_over_stage" CHECK ("taken_over"."stage" in ('handling', 'replied', 'closed')),
	CONSTRAINT "taken_over_result" CHECK ("taken_over"."result" in ('A', 'B', 'C', 'D')),
	CONSTRAINT "taken_over_satisfaction" CHECK ("taken_over"."satisfaction" in ('satisfied', 'basically', 'dissatisfied')),
	CONSTRAINT "taken_over_answered" CHECK (("taken_over"."stage" = 'handling') = ("taken_over"."replied_on" is null))
);
--> statement-breakpoint
ALTER TABLE "taken_over" ADD CONSTRAINT "taken_over_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_over" ADD CONSTRAINT "taken_over_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_over" ADD CONSTRAINT "taken_over_taken_by_app_user_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "taken_over_number" ON "taken_over" USING btree ("bureau_id","code","year","seq");
--> statement-breakpoint

-- Walls. What another system had done is written once, by the registrar along with the registration, and stands.
alter table taken_over enable row level security;
--> statement-breakpoint
alter table taken_over force row level security;
--> statement-breakpoint
grant select, insert on taken_over to fuhan_app;
--> statement-breakpoint
create policy registers on taken_over for insert with check (bureau_id = (select fuhan_bureau())
  and (select fuhan_has_role('registrar')) and taken_by = (select fuhan_user()) and fuhan_works_on(proposal_id));
--> statement-breakpoint
create policy oversight on taken_over for select using (bureau_id = (select fuhan_bureau()) and fuhan_oversees(proposal_id));
