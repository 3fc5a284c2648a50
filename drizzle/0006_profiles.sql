CREATE TABLE "bureau_profile" (
	"bureau_id" uuid NOT NULL,
	"entry" bigint GENERATED ALWAYS AS IDENTITY (sequence name "bureau_profile_entry_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bureau_profile_bureau_id_id_version_pk" PRIMARY KEY("bureau_id","id","version"),
	CONSTRAINT "bureau_profile_version" CHECK ("bureau_profile"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "notice_day" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notice_day_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"bureau_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_on" date,
	"source" text NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_day_kind" CHECK ("notice_day"."kind" in ('return_window', 'contact', 'opinion', 'reply', 'receipt', 'rework', 'publication'))
);
--> statement-breakpoint
CREATE TABLE "profile_in_force" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "profile_in_force_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"bureau_id" uuid NOT NULL,
	"track" text NOT NULL,
	"profile_id" text NOT NULL,
	"profile_version" integer NOT NULL,
	"effective_from" date NOT NULL,
	"put_by" uuid NOT NULL,
	"put_at" timestamp with time zone NOT NULL,
	CONSTRAINT "profile_in_force_track" CHECK ("profile_in_force"."track" in ('npc', 'cppcc'))
);
--> statement-breakpoint
ALTER TABLE "bureau_profile" ADD CONSTRAINT "bureau_profile_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bureau_profile" ADD CONSTRAINT "bureau_profile_written_by_app_user_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_day" ADD CONSTRAINT "notice_day_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_day" ADD CONSTRAINT "notice_day_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_day" ADD CONSTRAINT "notice_day_entered_by_app_user_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_in_force" ADD CONSTRAINT "profile_in_force_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_in_force" ADD CONSTRAINT "profile_in_force_put_by_app_user_id_fk" FOREIGN KEY ("put_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_day_bureau_id_index" ON "notice_day" USING btree ("bureau_id");--> statement-breakpoint
CREATE INDEX "profile_in_force_bureau_id_index" ON "profile_in_force" USING btree ("bureau_id");
--> statement-breakpoint
-- Written once: what was registered under a version is answered under it, so no version, date or day is ever changed.
do $$ declare t text; begin
  foreach t in array array['bureau_profile', 'profile_in_force', 'notice_day'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to fuhan_app', t);
    execute format('create policy own on %I for select using (bureau_id = (select fuhan_bureau()))', t);
    execute format('create policy administer on %I for insert with check (bureau_id = (select fuhan_bureau())
      and (select fuhan_has_role(''system_admin'')))', t);
  end loop;
end $$;
