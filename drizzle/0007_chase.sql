CREATE TABLE "chase_taken" (
	"bureau_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"step" text NOT NULL,
	"proposal_id" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "chase_taken_bureau_id_subject_step_pk" PRIMARY KEY("bureau_id","subject","step"),
	CONSTRAINT "chase_taken_step" CHECK ("chase_taken"."step" in ('remind', 'escalate', 'supervise'))
);
--> statement-breakpoint
CREATE TABLE "job_run" (
	"job" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"succeeded_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"cause" text NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"outcome" text,
	"refused_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "message_userId_channel_cause_unique" UNIQUE("user_id","channel","cause"),
	CONSTRAINT "message_channel" CHECK ("message"."channel" in ('email', 'sms')),
	CONSTRAINT "message_outcome" CHECK (("message"."sent_at" is null) = ("message"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"outbox_id" bigint NOT NULL,
	"proposal_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"line" text NOT NULL,
	"href" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"digest_at" timestamp with time zone,
	"digested_at" timestamp with time zone,
	CONSTRAINT "notice_outboxId_userId_unique" UNIQUE("outbox_id","user_id"),
	CONSTRAINT "notice_kind" CHECK ("notice"."kind" in ('turn', 'co_handling', 'chase', 'outcome', 'watched'))
);
--> statement-breakpoint
CREATE TABLE "notice_address" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"email" text NOT NULL,
	"wants_sms" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_preference" (
	"user_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"timing" text NOT NULL,
	CONSTRAINT "notice_preference_user_id_kind_pk" PRIMARY KEY("user_id","kind"),
	CONSTRAINT "notice_preference_kind" CHECK ("notice_preference"."kind" in ('turn', 'co_handling', 'chase', 'outcome', 'watched')),
	CONSTRAINT "notice_preference_timing" CHECK ("notice_preference"."timing" in ('now', 'digest', 'none'))
);
--> statement-breakpoint
CREATE TABLE "urging" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"request_id" uuid,
	"n" integer NOT NULL,
	"reason" text NOT NULL,
	"urged_by" uuid NOT NULL,
	"urged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "urging_proposalId_n_unique" UNIQUE("proposal_id","n")
);
--> statement-breakpoint
CREATE TABLE "watching" (
	"proposal_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "watching_proposal_id_user_id_pk" PRIMARY KEY("proposal_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "chase_taken" ADD CONSTRAINT "chase_taken_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chase_taken" ADD CONSTRAINT "chase_taken_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_address" ADD CONSTRAINT "notice_address_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_address" ADD CONSTRAINT "notice_address_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urging" ADD CONSTRAINT "urging_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urging" ADD CONSTRAINT "urging_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urging" ADD CONSTRAINT "urging_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urging" ADD CONSTRAINT "urging_urged_by_app_user_id_fk" FOREIGN KEY ("urged_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watching" ADD CONSTRAINT "watching_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watching" ADD CONSTRAINT "watching_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watching" ADD CONSTRAINT "watching_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chase_taken_proposal_id_index" ON "chase_taken" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "message_waiting" ON "message" USING btree ("bureau_id","next_at") WHERE "message"."sent_at" is null and "message"."refused_at" is null;--> statement-breakpoint
CREATE INDEX "notice_user_id_written_at_index" ON "notice" USING btree ("user_id","written_at");--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notice" USING btree ("user_id") WHERE "notice"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notice_for_digest" ON "notice" USING btree ("bureau_id","digest_at") WHERE "notice"."digest_at" is not null and "notice"."digested_at" is null;--> statement-breakpoint
CREATE INDEX "watching_user_id_index" ON "watching" USING btree ("user_id");--> statement-breakpoint

-- Walls. The house itself works here: a job acts for one bureau, with no person and no role. It sees who is to be told,
-- and is kept from what a notice must not carry, whatever the code around it does.
create function fuhan_is_house() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('fuhan.house', true), '') = 'yes' $$;
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['notice', 'notice_preference', 'notice_address', 'watching', 'message', 'chase_taken', 'urging', 'job_run'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to fuhan_app', t);
  end loop;
  foreach t in array array['ask', 'sponsor', 'delegate', 'delegate_contact', 'contact', 'opinion', 'revision', 'remark', 'letter', 'receipt_link'] loop
    execute format('create policy not_the_house on %I as restrictive using (not (select fuhan_is_house()))', t);
  end loop;
end $$;
--> statement-breakpoint
revoke delete on notice, message, job_run from fuhan_app;
--> statement-breakpoint
revoke update, delete on chase_taken, urging from fuhan_app;
--> statement-breakpoint
revoke update on notice from fuhan_app;
--> statement-breakpoint
grant update (read_at, digested_at) on notice to fuhan_app;
--> statement-breakpoint
create policy house on app_user for select using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy house on membership for select using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy house_reads on outbox for select using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy house_sends on outbox for update using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy own on notice for select using (bureau_id = (select fuhan_bureau()) and user_id = (select fuhan_user()));
--> statement-breakpoint
create policy own_read on notice for update using (bureau_id = (select fuhan_bureau()) and user_id = (select fuhan_user()));
--> statement-breakpoint
create policy house on notice using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy own on notice_preference using (bureau_id = (select fuhan_bureau()) and user_id = (select fuhan_user()));
--> statement-breakpoint
create policy house on notice_preference for select using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy own on notice_address using (bureau_id = (select fuhan_bureau()) and user_id = (select fuhan_user()));
--> statement-breakpoint
create policy house on notice_address for select using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy own on watching for select using (bureau_id = (select fuhan_bureau()) and user_id = (select fuhan_user()));
--> statement-breakpoint
create policy own_begin on watching for insert with check (bureau_id = (select fuhan_bureau()) and user_id = (select fuhan_user()) and fuhan_reaches(proposal_id));
--> statement-breakpoint
create policy own_end on watching for delete using (bureau_id = (select fuhan_bureau()) and user_id = (select fuhan_user()));
--> statement-breakpoint
create policy house on watching for select using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy house on message using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy house on chase_taken using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy oversight on urging for select using (bureau_id = (select fuhan_bureau()) and fuhan_oversees(proposal_id));
--> statement-breakpoint
create policy oversight_urges on urging for insert with check (bureau_id = (select fuhan_bureau()) and fuhan_oversees(proposal_id) and urged_by = (select fuhan_user()));
--> statement-breakpoint
-- Of no bureau: only that a job ran and whether it went well.
create policy house on job_run using ((select fuhan_is_house()));
--> statement-breakpoint

-- How many notices the holder of a session has not read; counted to 100 and no further.
create function fuhan_unread(with_session text) returns integer
language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::integer from (select from notice n join session s on s.user_id = n.user_id
    where s.id = with_session and n.read_at is null limit 100) unread
$$;
--> statement-breakpoint
grant select (user_id, read_at) on notice to fuhan_doorkeeper;
--> statement-breakpoint
create policy door on notice for select to fuhan_doorkeeper using (true);
--> statement-breakpoint
grant create on schema public to fuhan_doorkeeper;
--> statement-breakpoint
alter function fuhan_unread owner to fuhan_doorkeeper;
--> statement-breakpoint
revoke create on schema public from fuhan_doorkeeper;
--> statement-breakpoint
revoke execute on function fuhan_unread from public;
--> statement-breakpoint
grant execute on function fuhan_unread to fuhan_app;
--> statement-breakpoint

-- pg-boss 10.4.2, schema 24, as PgBoss.getConstructionPlans prints it: the pool may not make tables (docs/adr/0003).
CREATE SCHEMA IF NOT EXISTS pgboss;
--> statement-breakpoint
CREATE TYPE pgboss.job_state AS ENUM (
  'created',
  'retry',
  'active',
  'completed',
  'cancelled',
  'failed'
);
--> statement-breakpoint
CREATE TABLE pgboss.version (
  version int primary key,
  maintained_on timestamp with time zone,
  cron_on timestamp with time zone,
  monitored_on timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE pgboss.queue (
  name text,
  policy text,
  retry_limit int,
  retry_delay int,
  retry_backoff bool,
  expire_seconds int,
  retention_minutes int,
  dead_letter text REFERENCES pgboss.queue (name),
  partition_name text,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);
--> statement-breakpoint
CREATE TABLE pgboss.schedule (
  name text REFERENCES pgboss.queue ON DELETE CASCADE,
  cron text not null,
  timezone text,
  data jsonb,
  options jsonb,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);
--> statement-breakpoint
CREATE TABLE pgboss.subscription (
  event text not null,
  name text not null REFERENCES pgboss.queue ON DELETE CASCADE,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY(event, name)
);
--> statement-breakpoint
CREATE TABLE pgboss.job (
  id uuid not null default gen_random_uuid(),
  name text not null,
  priority integer not null default(0),
  data jsonb,
  state pgboss.job_state not null default('created'),
  retry_limit integer not null default(2),
  retry_count integer not null default(0),
  retry_delay integer not null default(0),
  retry_backoff boolean not null default false,
  start_after timestamp with time zone not null default now(),
  started_on timestamp with time zone,
  singleton_key text,
  singleton_on timestamp without time zone,
  expire_in interval not null default interval '15 minutes',
  created_on timestamp with time zone not null default now(),
  completed_on timestamp with time zone,
  keep_until timestamp with time zone NOT NULL default now() + interval '14 days',
  output jsonb,
  dead_letter text,
  policy text
) PARTITION BY LIST (name);
--> statement-breakpoint
ALTER TABLE pgboss.job ADD PRIMARY KEY (name, id);
--> statement-breakpoint
CREATE TABLE pgboss.archive (LIKE pgboss.job);
--> statement-breakpoint
ALTER TABLE pgboss.archive ADD PRIMARY KEY (name, id);
--> statement-breakpoint
ALTER TABLE pgboss.archive ADD archived_on timestamptz NOT NULL DEFAULT now();
--> statement-breakpoint
CREATE INDEX archive_i1 ON pgboss.archive(archived_on);
--> statement-breakpoint
CREATE FUNCTION pgboss.create_queue(queue_name text, options json)
RETURNS VOID AS
$$
DECLARE
  table_name varchar := 'j' || encode(sha224(queue_name::bytea), 'hex');
  queue_created_on timestamptz;
BEGIN

  WITH q as (
  INSERT INTO pgboss.queue (
    name,
    policy,
    retry_limit,
    retry_delay,
    retry_backoff,
    expire_seconds,
    retention_minutes,
    dead_letter,
    partition_name
  )
  VALUES (
    queue_name,
    options->>'policy',
    (options->>'retryLimit')::int,
    (options->>'retryDelay')::int,
    (options->>'retryBackoff')::bool,
    (options->>'expireInSeconds')::int,
    (options->>'retentionMinutes')::int,
    options->>'deadLetter',
    table_name
  )
  ON CONFLICT DO NOTHING
  RETURNING created_on
  )
  SELECT created_on into queue_created_on from q;

  IF queue_created_on IS NULL THEN
    RETURN;
  END IF;

  EXECUTE format('CREATE TABLE pgboss.%I (LIKE pgboss.job INCLUDING DEFAULTS)', table_name);

  EXECUTE format('ALTER TABLE pgboss.%1$I ADD PRIMARY KEY (name, id)', table_name);
  EXECUTE format('ALTER TABLE pgboss.%1$I ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
  EXECUTE format('ALTER TABLE pgboss.%1$I ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i1 ON pgboss.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''created'' AND policy = ''short''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i2 ON pgboss.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''active'' AND policy = ''singleton''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i3 ON pgboss.%1$I (name, state, COALESCE(singleton_key, '''')) WHERE state <= ''active'' AND policy = ''stately''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i4 ON pgboss.%1$I (name, singleton_on, COALESCE(singleton_key, '''')) WHERE state <> ''cancelled'' AND singleton_on IS NOT NULL', table_name);
  EXECUTE format('CREATE INDEX %1$s_i5 ON pgboss.%1$I (name, start_after) INCLUDE (priority, created_on, id) WHERE state < ''active''', table_name);

  EXECUTE format('ALTER TABLE pgboss.%I ADD CONSTRAINT cjc CHECK (name=%L)', table_name, queue_name);
  EXECUTE format('ALTER TABLE pgboss.job ATTACH PARTITION pgboss.%I FOR VALUES IN (%L)', table_name, queue_name);
END;
$$
LANGUAGE plpgsql;
--> statement-breakpoint
CREATE FUNCTION pgboss.delete_queue(queue_name text)
RETURNS VOID AS
$$
DECLARE
  table_name varchar;
BEGIN
  WITH deleted as (
    DELETE FROM pgboss.queue
    WHERE name = queue_name
    RETURNING partition_name
  )
  SELECT partition_name from deleted INTO table_name;

  EXECUTE format('DROP TABLE IF EXISTS pgboss.%I', table_name);
END;
$$
LANGUAGE plpgsql;
--> statement-breakpoint
INSERT INTO pgboss.version(version) VALUES ('24');
--> statement-breakpoint
-- The queues of app/jobs/schedule.ts. A job whose worker died is given up after expireInSeconds and taken up again.
select pgboss.create_queue('outbox', '{"policy":"standard","retryLimit":20,"retryDelay":1,"expireInSeconds":15}');
--> statement-breakpoint
select pgboss.create_queue('post', '{"policy":"short","retryLimit":20,"retryDelay":1,"expireInSeconds":15}');
--> statement-breakpoint
select pgboss.create_queue('chase', '{"policy":"short","retryLimit":20,"retryDelay":1,"expireInSeconds":15}');
--> statement-breakpoint
select pgboss.create_queue('__pgboss__send-it', '{"policy":"standard","retryLimit":2,"expireInSeconds":60}');
--> statement-breakpoint
grant usage on schema pgboss to fuhan_app;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema pgboss to fuhan_app;
--> statement-breakpoint
revoke execute on all functions in schema pgboss from public;
--> statement-breakpoint
grant execute on function pgboss.create_queue to fuhan_app;
