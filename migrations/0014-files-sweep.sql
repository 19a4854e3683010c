-- Deletes the rows of files that nobody refers to, and answers their blobs. As the caller: role system alone has the rights.
create function files.delete_unreferenced(before timestamptz, most integer) returns table (blob text) language sql as $$
  delete from files.file f
  where f.tenant_id = platform.tenant() and f.file_id in (
    select c.file_id from files.file c
    where c.tenant_id = platform.tenant() and c.created_at < before
      and not exists (select from private_space.file p where p.tenant_id = c.tenant_id and p.file_id = c.file_id)
      and not exists (select from cases.attachment a where a.tenant_id = c.tenant_id and a.file_id = c.file_id)
      and not exists (select from messages.attachment m where m.tenant_id = c.tenant_id and m.file_id = c.file_id)
      and not exists (select from documents.submission_copy d where d.tenant_id = c.tenant_id and d.file_id = c.file_id)
    order by c.created_at limit most)
  returning f.blob
$$;
