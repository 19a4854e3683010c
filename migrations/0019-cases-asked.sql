-- The questions that were asked, whether they were answered or not: rules are not asked again of what was sent.
-- Null in what was sent before this was kept: then those that were answered.
alter table cases.submission add column asked text[];
