-- Whose turn it is to ask a register that allows an installation so many requests, whatever municipality they come from. So the row is the
-- installation's: it tells nothing of anybody, and only the program itself changes it.
create table organisations.register_turn (
  register text primary key check (register in ('company-register')),
  -- When all turns are free again, if nobody takes any more: each one taken moves it on.
  all_free_at timestamptz not null
);
insert into organisations.register_turn (register, all_free_at) values ('company-register', '-infinity');
alter table organisations.register_turn enable row level security, force row level security;
grant select, update (all_free_at) on organisations.register_turn to handslag_system;
create policy of_installation on organisations.register_turn to handslag_system using (true);

-- Whether the register was asked. It isn't for those who ask too often, nor about other people's personal numbers.
alter table organisations.look_up add column asked boolean not null default true;
