create extension if not exists btree_gin;

-- The municipality comes first here, too: a search reads no other one's words.
create index service_words on catalogue.service using gin (tenant_id, search_text public.gin_trgm_ops);

-- Loads pg_trgm in this session: without it nobody but a superuser may set its threshold on a function.
select public.show_limit();

-- The e-services of the municipality whose words are like those looked for. `words` are in small letters without accents and
-- stand apart by one space. A word counts when it is like a part of the text ("parkeringstilstand"), or when a word of the text
-- is a part of it ("gatubelysningsstolpe" holds "gatubelysning"); half of what was looked for, by length, must count.
-- Answers ids alone: the caller reads the rows again under row-level security, which no trigram index works under.
create function search.find_services(words text) returns table (service_id uuid, rank real)
language sql stable security definer rows 20
set search_path = ''
set pg_trgm.word_similarity_threshold = 0.3
begin atomic
  with asked as (
    select word, length(word) as weight
    -- An array, since it is expected to hold about ten, and a table of words a thousand: the index would not be used.
    from unnest(string_to_array(words, ' ')) as word
    where word <> ''
  ), compared as (
    select
      service.service_id,
      asked.weight,
      public.word_similarity(asked.word, service.search_title) as likeness_of_title,
      greatest(
        public.word_similarity(asked.word, service.search_text),
        (select max(public.word_similarity(term, asked.word))
          from string_to_table(service.search_text, ' ') as term
          where length(term) >= 5)
      ) as likeness
    from asked
    join catalogue.service as service
      on service.tenant_id = platform.tenant()
      and service.search_text operator(public.%>) asked.word
    where service.current_version_id is not null
  )
  select
    compared.service_id,
    ((sum(compared.weight * compared.likeness) + 0.2 * sum(compared.weight * compared.likeness_of_title))
      / (select sum(asked.weight) from asked))::real
  from compared
  where compared.likeness >= 0.55
  group by compared.service_id
  having 2 * sum(compared.weight) >= (select sum(asked.weight) from asked);
end;

alter function search.find_services(text) owner to handslag_search;
revoke all on function search.find_services(text) from public;
grant execute on function search.find_services(text) to handslag_citizen, handslag_staff, handslag_visitor;
