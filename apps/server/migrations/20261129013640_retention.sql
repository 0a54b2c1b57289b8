CREATE INDEX "sessions_session_ended_at" ON "sessions_session" USING btree ("ended_at") WHERE "sessions_session"."ended_at" is not null;
