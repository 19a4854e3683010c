-- What the form's rules saw: the answers they ask for, the day, and what was known of the applicant. When a case is supplemented, what nobody
-- has changed is judged by this, and not by what day it has become or what a register says by now. Null in what was sent before this was kept.
alter table cases.submission add column seen jsonb;
