CREATE TABLE "batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"done" integer NOT NULL,
	"failed" integer NOT NULL,
	"ended_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "batch_state" CHECK ("batch"."state" in ('queued', 'running', 'done', 'stopped')),
	CONSTRAINT "batch_counts" CHECK ("batch"."failed" between 0 and "batch"."done" and "batch"."done" <= "batch"."total")
);
--> statement-breakpoint
CREATE TABLE "batch_item" (
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"bureau_id" uuid NOT NULL,
	"label" text NOT NULL,
	"subject_id" uuid,
	"input" text NOT NULL,
	"state" text NOT NULL,
	"message" text NOT NULL,
	CONSTRAINT "batch_item_batch_id_position_pk" PRIMARY KEY("batch_id","position"),
	CONSTRAINT "batch_item_state" CHECK ("batch_item"."state" in ('waiting', 'done', 'failed', 'unchanged'))
);
--> statement-breakpoint
CREATE TABLE "item_day" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_mapping" (
	"bureau_id" uuid NOT NULL,
	"signature" text NOT NULL,
	"settings" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_mapping_bureau_id_signature_pk" PRIMARY KEY("bureau_id","signature")
);
--> statement-breakpoint
CREATE TABLE "list_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"file_id" uuid NOT NULL,
	"heads" text NOT NULL,
	"signature" text NOT NULL,
	"row_count" integer NOT NULL,
	"settings" text,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"batch_id" uuid
);
--> statement-breakpoint
CREATE TABLE "list_row" (
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"bureau_id" uuid NOT NULL,
	"cells" text NOT NULL,
	CONSTRAINT "list_row_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
ALTER TABLE "batch" ADD CONSTRAINT "batch_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch" ADD CONSTRAINT "batch_started_by_app_user_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_item" ADD CONSTRAINT "batch_item_batch_id_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_item" ADD CONSTRAINT "batch_item_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_day" ADD CONSTRAINT "item_day_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_day" ADD CONSTRAINT "item_day_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_mapping" ADD CONSTRAINT "kept_mapping_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_import" ADD CONSTRAINT "list_import_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_import" ADD CONSTRAINT "list_import_file_id_kept_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."kept_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_import" ADD CONSTRAINT "list_import_uploaded_by_app_user_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_import" ADD CONSTRAINT "list_import_batch_id_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_row" ADD CONSTRAINT "list_row_import_id_list_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."list_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_row" ADD CONSTRAINT "list_row_bureau_id_bureau_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "batch_bureau_id_started_at_index" ON "batch" USING btree ("bureau_id","started_at");--> statement-breakpoint
CREATE INDEX "batch_open" ON "batch" USING btree ("bureau_id") WHERE "batch"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "batch_item_state" ON "batch_item" USING btree ("batch_id","state","position");--> statement-breakpoint
CREATE INDEX "list_import_bureau_id_uploaded_at_index" ON "list_import" USING btree ("bureau_id","uploaded_at");--> statement-breakpoint

-- Walls. A batch is seen by who started it, by the coordinator, and by the house that works it; its items with it.
do $$ declare t text; begin
  foreach t in array array['batch', 'batch_item', 'list_import', 'list_row', 'kept_mapping', 'item_day'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update on %I to fuhan_app', t);
  end loop;
end $$;
--> statement-breakpoint
revoke update on list_row, item_day from fuhan_app;
--> statement-breakpoint
create policy house on batch using (bureau_id = (select fuhan_bureau()) and (select fuhan_is_house()));
--> statement-breakpoint
create policy own on batch for select using (bureau_id = (select fuhan_bureau())
  and (started_by = (select fuhan_user()) or (select fuhan_has_role('coordinator'))));
--> statement-breakpoint
create policy own_start on batch for insert with check (bureau_id = (select fuhan_bureau()) and started_by = (select fuhan_user()));
--> statement-breakpoint
create policy own_change on batch for update using (bureau_id = (select fuhan_bureau())
  and (started_by = (select fuhan_user()) or (select fuhan_has_role('coordinator'))));
--> statement-breakpoint
create policy with_batch on batch_item for select using (bureau_id = (select fuhan_bureau())
  and exists (select from batch b where b.id = batch_id));
--> statement-breakpoint
create policy own_start on batch_item for insert with check (bureau_id = (select fuhan_bureau())
  and exists (select from batch b where b.id = batch_id and b.started_by = (select fuhan_user())));
--> statement-breakpoint
create policy own_change on batch_item for update using (bureau_id = (select fuhan_bureau())
  and exists (select from batch b where b.id = batch_id and b.started_by = (select fuhan_user())));
--> statement-breakpoint
-- Lists on their way in belong to those who register and allocate.
do $$ declare t text; begin
  foreach t in array array['list_import', 'list_row', 'kept_mapping'] loop
    execute format('create policy intake on %I using (bureau_id = (select fuhan_bureau())
      and ((select fuhan_has_role(''registrar'')) or (select fuhan_has_role(''coordinator''))))', t);
  end loop;
  foreach t in array array['item_day'] loop
    execute format('create policy staff on %I for insert with check (bureau_id = (select fuhan_bureau()) and fuhan_works_on(proposal_id))', t);
    execute format('create policy oversight on %I for select using (bureau_id = (select fuhan_bureau()) and fuhan_oversees(proposal_id))', t);
  end loop;
end $$;
--> statement-breakpoint
-- The access rows of many proposals that are being registered together; fuhan_set_access for one of them at a time.
create function fuhan_set_first_access(given jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not fuhan_has_role('registrar') or exists (select from proposal_access a
       join jsonb_to_recordset(given) as w(proposal_id uuid) on a.proposal_id = w.proposal_id)
  then raise exception 'only what is being registered' using errcode = 'insufficient_privilege'; end if;
  insert into proposal_access (proposal_id, party, bureau_id, scope, due_on, register_no)
    select w.proposal_id, w.party, p.bureau_id, w.scope, w.due_on, p.register_no
    from jsonb_to_recordset(given) as w(proposal_id uuid, party text, scope text, due_on date)
    join proposal p on p.id = w.proposal_id and p.bureau_id = fuhan_bureau();
end $$;
--> statement-breakpoint
grant create on schema public to fuhan_doorkeeper;
--> statement-breakpoint
alter function fuhan_set_first_access owner to fuhan_doorkeeper;
--> statement-breakpoint
revoke create on schema public from fuhan_doorkeeper;
--> statement-breakpoint
grant select (id, bureau_id, register_no) on proposal to fuhan_doorkeeper;
--> statement-breakpoint
create policy door_registers on proposal for select to fuhan_doorkeeper
  using (bureau_id = (select fuhan_bureau()) and (select fuhan_has_role('registrar')));
--> statement-breakpoint
revoke execute on function fuhan_set_first_access from public;
--> statement-breakpoint
grant execute on function fuhan_set_first_access to fuhan_app;
--> statement-breakpoint

-- The day a list fixed for an item's reply, for the administrator who looks at what a new calendar would move.
create function fuhan_item_days() returns table (deadline_id uuid, item_day jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select d.id, jsonb_build_object('dueOn', i.due_on, 'source', i.source)
  from item_day i join deadline d on d.proposal_id = i.proposal_id and d.kind = 'reply'
  where fuhan_has_role('system_admin') and i.bureau_id = fuhan_bureau()
$$;
--> statement-breakpoint
grant select on item_day to fuhan_doorkeeper;
--> statement-breakpoint
create policy door on item_day for select to fuhan_doorkeeper using (bureau_id = (select fuhan_bureau()) and (select fuhan_has_role('system_admin')));
--> statement-breakpoint
grant create on schema public to fuhan_doorkeeper;
--> statement-breakpoint
alter function fuhan_item_days owner to fuhan_doorkeeper;
--> statement-breakpoint
revoke create on schema public from fuhan_doorkeeper;
--> statement-breakpoint
revoke execute on function fuhan_item_days from public;
--> statement-breakpoint
grant execute on function fuhan_item_days to fuhan_app;
--> statement-breakpoint

-- The queue of app/jobs/schedule.ts. One slice of work takes eight seconds, and the chunk begun in it some more.
select pgboss.create_queue('batches', '{"policy":"standard","retryLimit":20,"retryDelay":1,"expireInSeconds":30}');
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema pgboss to fuhan_app;
