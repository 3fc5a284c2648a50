CREATE TABLE "commitment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"reply_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"sentence" text NOT NULL,
	"division_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"measure" text NOT NULL,
	"state" text NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "commitment_replyId_n_unique" UNIQUE("reply_id","n"),
	CONSTRAINT "commitment_state" CHECK ("commitment"."state" in ('proposed', 'confirmed', 'in_progress', 'fulfilled', 'verified', 'deferred', 'impossible'))
);
--> statement-breakpoint
CREATE TABLE "commitment_review" (
	"proposal_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"bureau_id" uuid NOT NULL,
	"has_commitments" boolean NOT NULL,
	"reviewed_by" uuid NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "commitment_review_proposalId_round_unique" UNIQUE("proposal_id","round")
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"state" text NOT NULL,
	"mode" text NOT NULL,
	"ground" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	CONSTRAINT "publication_proposalId_round_unique" UNIQUE("proposal_id","round"),
	CONSTRAINT "publication_state" CHECK ("publication"."state" in ('proposed', 'reviewed')),
	CONSTRAINT "publication_mode" CHECK ("publication"."mode" in ('full', 'summary', 'withheld'))
);
--> statement-breakpoint
CREATE TABLE "receipt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"letter_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"delegate_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"state" text NOT NULL,
	"due_on" date NOT NULL,
	"derivation" text NOT NULL,
	"attitude" text,
	"result" text,
	"reason" text,
	"received_at" timestamp with time zone,
	CONSTRAINT "receipt_letterId_delegateId_round_unique" UNIQUE("letter_id","delegate_id","round"),
	CONSTRAINT "receipt_state" CHECK ("receipt"."state" in ('awaiting', 'received', 'no_answer')),
	CONSTRAINT "receipt_attitude" CHECK ("receipt"."attitude" in ('satisfied', 'basically', 'dissatisfied')),
	CONSTRAINT "receipt_result" CHECK ("receipt"."result" in ('satisfied', 'basically', 'dissatisfied'))
);
--> statement-breakpoint
CREATE TABLE "receipt_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"receipt_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"delegate_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "opinion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"unit_id" uuid,
	"division_id" uuid,
	"is_no_objection" boolean NOT NULL,
	"text" text NOT NULL,
	"doc_no" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"unit_id" uuid,
	"division_id" uuid,
	"round" integer NOT NULL,
	"position" integer NOT NULL,
	"question" text NOT NULL,
	"state" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"derivation" text NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"reason" text,
	"urged_times" integer NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	CONSTRAINT "request_state" CHECK ("request"."state" in ('draft', 'sent', 'acknowledged', 'answered', 'accepted', 'declined', 'returned', 'disputed', 'resolved', 'cancelled', 'waived')),
	CONSTRAINT "request_one_party" CHECK (("request"."unit_id" is null) <> ("request"."division_id" is null))
);
--> statement-breakpoint
CREATE TABLE "bureau_chain" (
	"bureau_id" uuid PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL,
	"head_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "command_key" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"bureau_id" uuid NOT NULL,
	"event" text NOT NULL,
	"digest" text NOT NULL,
	"result" jsonb NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "command_key_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"bureau_id" uuid NOT NULL,
	"chain" text NOT NULL,
	"sequence" integer NOT NULL,
	"proposal_id" uuid,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL,
	"business_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"canonical" text NOT NULL,
	"body" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "event_chain_sequence_pk" PRIMARY KEY("chain","sequence"),
	CONSTRAINT "event_chain" CHECK ("event"."chain" = coalesce('proposal:' || "event"."proposal_id"::text, 'bureau:' || "event"."bureau_id"::text)),
	CONSTRAINT "event_canonical" CHECK ("event"."canonical"::jsonb = "event"."body")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"bureau_id" uuid NOT NULL,
	"proposal_id" uuid,
	"topic" text NOT NULL,
	"payload" jsonb NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"phone" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "app_user_login_unique" UNIQUE("login")
);
--> statement-breakpoint
CREATE TABLE "bureau" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"region" text NOT NULL,
	"letter_code" text NOT NULL,
	"opinion_code" text NOT NULL,
	"is_demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delegate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"track" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"term" integer NOT NULL,
	CONSTRAINT "delegate_track" CHECK ("delegate"."track" in ('npc', 'cppcc')),
	CONSTRAINT "delegate_kind" CHECK ("delegate"."kind" in ('person', 'organisation'))
);
--> statement-breakpoint
CREATE TABLE "delegate_contact" (
	"delegate_id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"phone" text NOT NULL,
	"address" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "division" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "division_bureauId_name_unique" UNIQUE("bureau_id","name")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"is_test" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"track" text NOT NULL,
	"region" text NOT NULL,
	"term" integer NOT NULL,
	"session" integer NOT NULL,
	"opened_on" date NOT NULL,
	CONSTRAINT "meeting_track_region_term_session_unique" UNIQUE("track","region","term","session"),
	CONSTRAINT "meeting_track" CHECK ("meeting"."track" in ('npc', 'cppcc')),
	CONSTRAINT "meeting_numbers" CHECK ("meeting"."term" > 0 and "meeting"."session" > 0)
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"division_id" uuid,
	"unit_id" uuid,
	CONSTRAINT "membership_userId_role_divisionId_unitId_unique" UNIQUE NULLS NOT DISTINCT("user_id","role","division_id","unit_id"),
	CONSTRAINT "membership_role" CHECK ("membership"."role" in ('registrar', 'coordinator', 'division_head', 'handler', 'co_handler', 'office_reviewer', 'secrecy_reviewer', 'openness_reviewer', 'deputy', 'director', 'seal_clerk', 'archivist', 'supervisor', 'system_admin', 'security_admin', 'audit_admin')),
	CONSTRAINT "membership_division" CHECK (("membership"."role" in ('division_head', 'handler')) = ("membership"."division_id" is not null)),
	CONSTRAINT "membership_unit" CHECK (("membership"."role" = 'co_handler') = ("membership"."unit_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"last_active_at" timestamp with time zone NOT NULL,
	"reauthenticated_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"login" text NOT NULL,
	"source" text NOT NULL,
	"failures" integer NOT NULL,
	"last_failed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_attempt_login_source_pk" PRIMARY KEY("login","source")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"full_name" text NOT NULL,
	"short_name" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "unit_bureauId_fullName_unique" UNIQUE("bureau_id","full_name"),
	CONSTRAINT "unit_kind" CHECK ("unit"."kind" in ('assigning', 'government_office', 'oversight_npc', 'oversight_cppcc', 'co_handling'))
);
--> statement-breakpoint
CREATE TABLE "archive_package" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "archive_package_proposalId_version_unique" UNIQUE("proposal_id","version")
);
--> statement-breakpoint
CREATE TABLE "ask" (
	"proposal_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"bureau_id" uuid NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "ask_proposal_id_n_pk" PRIMARY KEY("proposal_id","n")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"channel" text NOT NULL,
	"phase" text NOT NULL,
	"people" text NOT NULL,
	"summary" text NOT NULL,
	"logged_by" uuid NOT NULL,
	"logged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_channel" CHECK ("contact"."channel" in ('visit', 'meeting', 'phone', 'written', 'none_wished')),
	CONSTRAINT "contact_phase" CHECK ("contact"."phase" in ('before', 'during', 'after'))
);
--> statement-breakpoint
CREATE TABLE "deadline" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"round" integer NOT NULL,
	"start_on" date NOT NULL,
	"due_on" date NOT NULL,
	"unit" text NOT NULL,
	"is_provisional" boolean NOT NULL,
	"derivation" text NOT NULL,
	"met_on" date,
	CONSTRAINT "deadline_proposalId_kind_round_unique" UNIQUE("proposal_id","kind","round")
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"register_no" text NOT NULL,
	"track" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"session_kind" text NOT NULL,
	"official_no" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"source_hash" text NOT NULL,
	"sponsor_kind" text NOT NULL,
	"assigning_unit_id" uuid,
	"received_on" date NOT NULL,
	"assigned_on" date NOT NULL,
	"handling_role" text,
	"lead_unit_id" uuid,
	"priority" text NOT NULL,
	"is_wide" boolean NOT NULL,
	"profile_id" text NOT NULL,
	"profile_version" integer NOT NULL,
	"state" text NOT NULL,
	"round" integer NOT NULL,
	"division_id" uuid,
	"handler_id" uuid,
	"returns" integer NOT NULL,
	"is_forced" boolean NOT NULL,
	"retention_years" integer,
	"version" integer NOT NULL,
	"sequence" integer NOT NULL,
	"head_hash" text NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_bureauId_registerNo_unique" UNIQUE("bureau_id","register_no"),
	CONSTRAINT "proposal_track" CHECK ("proposal"."track" in ('npc', 'cppcc')),
	CONSTRAINT "proposal_session_kind" CHECK ("proposal"."session_kind" in ('plenary', 'off_session')),
	CONSTRAINT "proposal_sponsor_kind" CHECK ("proposal"."sponsor_kind" in ('individual', 'joint', 'organisation')),
	CONSTRAINT "proposal_handling_role" CHECK ("proposal"."handling_role" in ('sole', 'lead', 'separate', 'assist')),
	CONSTRAINT "proposal_priority" CHECK ("proposal"."priority" in ('normal', 'key')),
	CONSTRAINT "proposal_state" CHECK ("proposal"."state" in ('registered', 'triage', 'assigned', 'handling', 'replied', 'closed', 'archived', 'transferred', 'withdrawn', 'voided')),
	CONSTRAINT "proposal_handled_has_handler" CHECK ("proposal"."state" not in ('handling', 'replied', 'closed', 'archived') or ("proposal"."division_id" is not null and "proposal"."handler_id" is not null and "proposal"."handling_role" is not null)),
	CONSTRAINT "proposal_counters" CHECK ("proposal"."sequence" >= "proposal"."version" and "proposal"."version" >= 1 and "proposal"."round" >= 1)
);
--> statement-breakpoint
CREATE TABLE "proposal_access" (
	"proposal_id" uuid NOT NULL,
	"party" text NOT NULL,
	"bureau_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"due_on" date NOT NULL,
	"register_no" text NOT NULL,
	CONSTRAINT "proposal_access_proposal_id_party_pk" PRIMARY KEY("proposal_id","party"),
	CONSTRAINT "proposal_access_scope" CHECK ("proposal_access"."scope" in ('staff', 'unit', 'delegate', 'oversight'))
);
--> statement-breakpoint
CREATE TABLE "sponsor" (
	"proposal_id" uuid NOT NULL,
	"delegate_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "sponsor_proposal_id_delegate_id_pk" PRIMARY KEY("proposal_id","delegate_id"),
	CONSTRAINT "sponsor_proposalId_position_unique" UNIQUE("proposal_id","position")
);
--> statement-breakpoint
CREATE TABLE "clearance_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reply_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"cycle" integer NOT NULL,
	"rank" integer NOT NULL,
	"role" text NOT NULL,
	"division_id" uuid,
	"state" text NOT NULL,
	"hash" text NOT NULL,
	"opened_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"note" text,
	CONSTRAINT "clearance_step_replyId_cycle_role_unique" UNIQUE("reply_id","cycle","role"),
	CONSTRAINT "clearance_step_state" CHECK ("clearance_step"."state" in ('waiting', 'open', 'approved', 'handed_up', 'returned', 'lapsed'))
);
--> statement-breakpoint
CREATE TABLE "letter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reply_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"delegate_id" uuid,
	"unit_id" uuid,
	"purpose" text NOT NULL,
	"code" text NOT NULL,
	"year" integer NOT NULL,
	"seq" integer NOT NULL,
	"doc_no" text NOT NULL,
	"letter_date" date NOT NULL,
	"printed_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"is_sealed" boolean NOT NULL,
	"issued_by" uuid NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letter_bureauId_code_year_seq_unique" UNIQUE("bureau_id","code","year","seq"),
	CONSTRAINT "letter_one_addressee" CHECK (("letter"."delegate_id" is null) <> ("letter"."unit_id" is null))
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"bureau_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"year" integer NOT NULL,
	"code" text NOT NULL,
	"next" integer NOT NULL,
	CONSTRAINT "number_series_bureauId_purpose_year_unique" UNIQUE("bureau_id","purpose","year"),
	CONSTRAINT "number_series_next" CHECK ("number_series"."next" > 0),
	CONSTRAINT "number_series_purpose" CHECK ("number_series"."purpose" in ('reply', 'opinion', 'register'))
);
--> statement-breakpoint
CREATE TABLE "remark" (
	"id" uuid PRIMARY KEY NOT NULL,
	"step_id" uuid NOT NULL,
	"reply_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"revision_n" integer NOT NULL,
	"quote" text NOT NULL,
	"text" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reply" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"round" integer NOT NULL,
	"state" text NOT NULL,
	"drafter_id" uuid NOT NULL,
	"revision_n" integer NOT NULL,
	"frozen_n" integer,
	"frozen_hash" text,
	"started_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"signed_at" timestamp with time zone,
	"issued_at" timestamp with time zone,
	CONSTRAINT "reply_kind" CHECK ("reply"."kind" in ('reply', 'opinion', 'interim', 'supplementary', 'correction')),
	CONSTRAINT "reply_state" CHECK ("reply"."state" in ('drafting', 'clearance', 'signed', 'issued', 'abandoned', 'voided', 'superseded')),
	CONSTRAINT "reply_frozen" CHECK (("reply"."state" in ('clearance', 'signed', 'issued')) <= ("reply"."frozen_n" is not null and "reply"."frozen_hash" is not null))
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reply_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"content" text NOT NULL,
	"fields" jsonb NOT NULL,
	"outcome" text,
	"openness" text,
	"openness_ground" text NOT NULL,
	"hash" text NOT NULL,
	"author_id" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "revision_replyId_n_unique" UNIQUE("reply_id","n"),
	CONSTRAINT "revision_outcome" CHECK ("revision"."outcome" in ('resolved', 'adopted', 'in_progress', 'planned', 'partly', 'reference', 'not_feasible', 'deferred', 'superior_authority')),
	CONSTRAINT "revision_openness" CHECK ("revision"."openness" in ('proactive', 'on_request', 'withheld'))
);
--> statement-breakpoint
CREATE TABLE "signature" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reply_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"signer_id" uuid NOT NULL,
	"signer_name" text NOT NULL,
	"signer_title" text NOT NULL,
	"hash" text NOT NULL,
	"letter_date" date NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"lapsed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_reply_id_reply_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."reply"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_division_id_division_id_fk" FOREIGN KEY ("division_id") REFERENCES "public"."division"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_confirmed_by_app_user_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_review" ADD CONSTRAINT "commitment_review_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_review" ADD CONSTRAINT "commitment_review_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_review" ADD CONSTRAINT "commitment_review_reviewed_by_app_user_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_proposed_by_app_user_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_reviewed_by_app_user_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_letter_id_letter_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_delegate_id_delegate_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."delegate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_link" ADD CONSTRAINT "receipt_link_receipt_id_receipt_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."receipt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_link" ADD CONSTRAINT "receipt_link_letter_id_letter_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_link" ADD CONSTRAINT "receipt_link_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_link" ADD CONSTRAINT "receipt_link_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_link" ADD CONSTRAINT "receipt_link_delegate_id_delegate_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."delegate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_division_id_division_id_fk" FOREIGN KEY ("division_id") REFERENCES "public"."division"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_given_by_app_user_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_division_id_division_id_fk" FOREIGN KEY ("division_id") REFERENCES "public"."division"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bureau_chain" ADD CONSTRAINT "bureau_chain_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "command_key" ADD CONSTRAINT "command_key_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegate" ADD CONSTRAINT "delegate_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegate_contact" ADD CONSTRAINT "delegate_contact_delegate_id_delegate_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."delegate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegate_contact" ADD CONSTRAINT "delegate_contact_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "division" ADD CONSTRAINT "division_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_division_id_division_id_fk" FOREIGN KEY ("division_id") REFERENCES "public"."division"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_package" ADD CONSTRAINT "archive_package_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_package" ADD CONSTRAINT "archive_package_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask" ADD CONSTRAINT "ask_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask" ADD CONSTRAINT "ask_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_logged_by_app_user_id_fk" FOREIGN KEY ("logged_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_assigning_unit_id_unit_id_fk" FOREIGN KEY ("assigning_unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_lead_unit_id_unit_id_fk" FOREIGN KEY ("lead_unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_division_id_division_id_fk" FOREIGN KEY ("division_id") REFERENCES "public"."division"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_handler_id_app_user_id_fk" FOREIGN KEY ("handler_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_access" ADD CONSTRAINT "proposal_access_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_access" ADD CONSTRAINT "proposal_access_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsor" ADD CONSTRAINT "sponsor_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsor" ADD CONSTRAINT "sponsor_delegate_id_delegate_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."delegate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsor" ADD CONSTRAINT "sponsor_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_step" ADD CONSTRAINT "clearance_step_reply_id_reply_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."reply"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_step" ADD CONSTRAINT "clearance_step_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_step" ADD CONSTRAINT "clearance_step_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_step" ADD CONSTRAINT "clearance_step_division_id_division_id_fk" FOREIGN KEY ("division_id") REFERENCES "public"."division"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_step" ADD CONSTRAINT "clearance_step_decided_by_app_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_reply_id_reply_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."reply"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_delegate_id_delegate_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."delegate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_issued_by_app_user_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_step_id_clearance_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."clearance_step"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_reply_id_reply_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."reply"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_made_by_app_user_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply" ADD CONSTRAINT "reply_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply" ADD CONSTRAINT "reply_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply" ADD CONSTRAINT "reply_drafter_id_app_user_id_fk" FOREIGN KEY ("drafter_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_reply_id_reply_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."reply"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_id_app_user_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_reply_id_reply_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."reply"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_signer_id_app_user_id_fk" FOREIGN KEY ("signer_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commitment_proposal_id_index" ON "commitment" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "opinion_request_id_index" ON "opinion" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "opinion_proposal_id_index" ON "opinion" USING btree ("proposal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "request_one_a_unit" ON "request" USING btree ("proposal_id","round","unit_id") WHERE "request"."state" <> 'cancelled';--> statement-breakpoint
CREATE UNIQUE INDEX "request_one_a_division" ON "request" USING btree ("proposal_id","round","division_id") WHERE "request"."state" <> 'cancelled';--> statement-breakpoint
CREATE INDEX "request_unit_id_due_on_index" ON "request" USING btree ("unit_id","due_on");--> statement-breakpoint
CREATE INDEX "event_proposal_id_index" ON "event" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "outbox_bureau_id_id_index" ON "outbox" USING btree ("bureau_id","id") WHERE "outbox"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "app_user_bureau_id_index" ON "app_user" USING btree ("bureau_id");--> statement-breakpoint
CREATE INDEX "delegate_bureau_id_track_name_index" ON "delegate" USING btree ("bureau_id","track","name");--> statement-breakpoint
CREATE INDEX "membership_bureau_id_role_index" ON "membership" USING btree ("bureau_id","role");--> statement-breakpoint
CREATE INDEX "session_user_id_index" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "contact_proposal_id_index" ON "contact" USING btree ("proposal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_item_unique" ON "proposal" USING btree ("bureau_id","meeting_id","session_kind","official_no") WHERE "proposal"."state" not in ('transferred', 'voided');--> statement-breakpoint
CREATE INDEX "proposal_access_list" ON "proposal_access" USING btree ("bureau_id","party","due_on","register_no");--> statement-breakpoint
CREATE INDEX "sponsor_delegate_id_index" ON "sponsor" USING btree ("delegate_id");--> statement-breakpoint
CREATE INDEX "letter_proposal_id_index" ON "letter" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "remark_reply_id_index" ON "remark" USING btree ("reply_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reply_one_open" ON "reply" USING btree ("proposal_id","round") WHERE "reply"."state" in ('drafting', 'clearance', 'signed') and "reply"."kind" in ('reply', 'opinion');--> statement-breakpoint
CREATE INDEX "reply_proposal_id_index" ON "reply" USING btree ("proposal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signature_one_valid" ON "signature" USING btree ("reply_id") WHERE "signature"."lapsed_at" is null;