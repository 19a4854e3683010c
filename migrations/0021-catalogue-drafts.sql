-- What happens, when the version is published, with drafts of the version before: they stay on it, or move here when their owners open them.
alter table catalogue.service_version add column drafts text not null default 'finish' check (drafts in ('finish', 'move'));
