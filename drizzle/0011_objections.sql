CREATE TABLE "merge_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"leading_id" uuid NOT NULL,
	"merged_by" text NOT NULL,
	"reason" text NOT NULL,
	"formed_by" uuid NOT NULL,
	"formed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "merge_group_merged_by" CHECK ("merge_group"."merged_by" in ('assigning_body', 'bureau'))
);
--> statement-breakpoint
CREATE TABLE "merge_member" (
	"group_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "merge_member_group_id_proposal_id_pk" PRIMARY KEY("group_id","proposal_id")
);
--> statement-breakpoint
CREATE TABLE "additional_unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "additional_unit_state" CHECK ("additional_unit"."state" in ('requested', 'added', 'refused')),
	CONSTRAINT "additional_unit_answered" CHECK (("additional_unit"."state" = 'requested') = ("additional_unit"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "objection" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"proposed_unit" text NOT NULL,
	"window_ends_on" date NOT NULL,
	"derivation" text NOT NULL,
	"is_late" boolean NOT NULL,
	"raised_by" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"answer" text,
	"decision_document" text,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "objection_state" CHECK ("objection"."state" in ('raised', 'upheld', 'rejected', 'withdrawn')),
	CONSTRAINT "objection_settled" CHECK (("objection"."state" = 'raised') = ("objection"."settled_at" is null)),
	CONSTRAINT "objection_decided" CHECK (("objection"."state" = 'upheld') <= ("objection"."decision_document" is not null))
);
--> statement-breakpoint
CREATE TABLE "withdrawal" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"letter" text NOT NULL,
	"letter_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ask_elsewhere" (
	"proposal_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"bureau_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "ask_elsewhere_proposal_id_n_pk" PRIMARY KEY("proposal_id","n")
);
--> statement-breakpoint
CREATE TABLE "converted_motion" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"decision" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "joint_lead" (
	"proposal_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	CONSTRAINT "joint_lead_proposal_id_unit_id_pk" PRIMARY KEY("proposal_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "key_supervision" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"supervisor" text NOT NULL,
	"led_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sponsor_consent" (
	"proposal_id" uuid NOT NULL,
	"delegate_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"bureau_id" uuid NOT NULL,
	"consented_on" date NOT NULL,
	"basis" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sponsor_consent_proposal_id_delegate_id_purpose_pk" PRIMARY KEY("proposal_id","delegate_id","purpose"),
	CONSTRAINT "sponsor_consent_purpose" CHECK ("sponsor_consent"."purpose" in ('withdrawal', 'relay'))
);
--> statement-breakpoint
CREATE TABLE "sponsor_organisation" (
	"proposal_id" uuid NOT NULL,
	"delegate_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"liaison_group" text NOT NULL,
	CONSTRAINT "sponsor_organisation_proposal_id_delegate_id_pk" PRIMARY KEY("proposal_id","delegate_id"),
	CONSTRAINT "sponsor_organisation_kind" CHECK ("sponsor_organisation"."kind" in ('party', 'peoples_organisation', 'sector', 'member_group', 'special_committee', 'delegation', 'workstation', 'other'))
);
--> statement-breakpoint
ALTER TABLE "merge_group" ADD CONSTRAINT "merge_group_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_group" ADD CONSTRAINT "merge_group_leading_id_proposal_id_fk" FOREIGN KEY ("leading_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_group" ADD CONSTRAINT "merge_group_formed_by_app_user_id_fk" FOREIGN KEY ("formed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_member" ADD CONSTRAINT "merge_member_group_id_merge_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."merge_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_member" ADD CONSTRAINT "merge_member_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_member" ADD CONSTRAINT "merge_member_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "additional_unit" ADD CONSTRAINT "additional_unit_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "additional_unit" ADD CONSTRAINT "additional_unit_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "additional_unit" ADD CONSTRAINT "additional_unit_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "additional_unit" ADD CONSTRAINT "additional_unit_requested_by_app_user_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "additional_unit" ADD CONSTRAINT "additional_unit_answered_by_app_user_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_raised_by_app_user_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_settled_by_app_user_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_recorded_by_app_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_elsewhere" ADD CONSTRAINT "ask_elsewhere_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_elsewhere" ADD CONSTRAINT "ask_elsewhere_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_elsewhere" ADD CONSTRAINT "ask_elsewhere_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "converted_motion" ADD CONSTRAINT "converted_motion_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "converted_motion" ADD CONSTRAINT "converted_motion_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_lead" ADD CONSTRAINT "joint_lead_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_lead" ADD CONSTRAINT "joint_lead_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_lead" ADD CONSTRAINT "joint_lead_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_supervision" ADD CONSTRAINT "key_supervision_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_supervision" ADD CONSTRAINT "key_supervision_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsor_consent" ADD CONSTRAINT "sponsor_consent_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsor_consent" ADD CONSTRAINT "sponsor_consent_delegate_id_delegate_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."delegate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsor_consent" ADD CONSTRAINT "sponsor_consent_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsor_consent" ADD CONSTRAINT "sponsor_consent_recorded_by_app_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsor_organisation" ADD CONSTRAINT "sponsor_organisation_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsor_organisation" ADD CONSTRAINT "sponsor_organisation_delegate_id_delegate_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."delegate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsor_organisation" ADD CONSTRAINT "sponsor_organisation_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "merge_group_leading_id_index" ON "merge_group" USING btree ("leading_id");--> statement-breakpoint
CREATE UNIQUE INDEX "merge_member_of_one" ON "merge_member" USING btree ("proposal_id") WHERE "merge_member"."left_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "additional_unit_one_open" ON "additional_unit" USING btree ("proposal_id","unit_id") WHERE "additional_unit"."state" = 'requested';--> statement-breakpoint
CREATE INDEX "additional_unit_proposal_id_index" ON "additional_unit" USING btree ("proposal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "objection_one_open" ON "objection" USING btree ("proposal_id") WHERE "objection"."state" = 'raised';--> statement-breakpoint
CREATE INDEX "objection_proposal_id_index" ON "objection" USING btree ("proposal_id");--> statement-breakpoint

-- Walls: whoever works on the proposal writes them, oversight reads them.
do $$ declare t text; begin
  foreach t in array array['objection', 'additional_unit', 'withdrawal', 'sponsor_consent', 'sponsor_organisation',
                           'key_supervision', 'converted_motion', 'ask_elsewhere', 'joint_lead', 'merge_member'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to fuhan_app', t);
    execute format('create policy staff on %I using (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id))', t);
    execute format('create policy reach on %I for select using (bureau_id = (select fuhan_bureau()) and fuhan_oversees(proposal_id))', t);
  end loop;
end $$;
--> statement-breakpoint
-- What was asked of others, agreed to or merged is never taken out of the record.
revoke delete on objection, additional_unit, withdrawal, sponsor_consent, merge_member from fuhan_app;
--> statement-breakpoint
revoke update on withdrawal, sponsor_consent from fuhan_app;
--> statement-breakpoint
alter table merge_group enable row level security;
--> statement-breakpoint
alter table merge_group force row level security;
--> statement-breakpoint
grant select, insert on merge_group to fuhan_app;
--> statement-breakpoint
create policy staff on merge_group for insert with check (bureau_id = (select fuhan_bureau()) and fuhan_works_on(leading_id));
--> statement-breakpoint
create policy reach on merge_group for select using (bureau_id = (select fuhan_bureau()) and fuhan_oversees(leading_id));
