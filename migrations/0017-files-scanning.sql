-- What a virus scanner said, and where the picture made small lies.
alter table files.file
  -- clean: none found; unchecked: nobody looked ("ej kontrollerad"); own: made by the program.
  add column scan text not null default 'unchecked' check (scan in ('clean', 'unchecked', 'own')),
  -- A blob of its own, under a key derived from the file's.
  add column thumbnail text,
  add unique (tenant_id, thumbnail);
alter table files.file alter column scan drop default;

drop function files.delete_unreferenced(timestamptz, integer);
-- Deletes the rows of files that nobody refers to, and answers their blobs. As the caller: role system alone has the rights.
create function files.delete_unreferenced(before timestamptz, most integer)
  returns table (blob text, thumbnail text) language sql as $$
  delete from files.file f
  where f.tenant_id = platform.tenant() and f.file_id in (
    select c.file_id from files.file c
    where c.tenant_id = platform.tenant() and c.created_at < before
      and not exists (select from private_space.file p where p.tenant_id = c.tenant_id and p.file_id = c.file_id)
      and not exists (select from cases.attachment a where a.tenant_id = c.tenant_id and a.file_id = c.file_id)
      and not exists (select from messages.attachment m where m.tenant_id = c.tenant_id and m.file_id = c.file_id)
      and not exists (select from documents.submission_copy d where d.tenant_id = c.tenant_id and d.file_id = c.file_id)
    order by c.created_at limit most)
  returning f.blob, f.thumbnail
$$;
