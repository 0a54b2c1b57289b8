-- Mailed codes have a module of their own, and their table takes its name; the rows stay.
alter table accounts_mail_code rename to mail_codes_code;
--> statement-breakpoint
alter index accounts_mail_code_account rename to mail_codes_code_account;
--> statement-breakpoint
alter index accounts_mail_code_email rename to mail_codes_code_email;
--> statement-breakpoint
alter index accounts_mail_code_age rename to mail_codes_code_age;
--> statement-breakpoint
-- Of the constraints, only some PostgreSQL versions name the not-nulls.
do $$
declare old text;
begin
  for old in select conname from pg_constraint where conrelid = 'mail_codes_code'::regclass loop
    execute format('alter table mail_codes_code rename constraint %I to %I',
      old, replace(old, 'accounts_mail_code', 'mail_codes_code'));
  end loop;
end $$;
