alter table identity.organisation add column allows_dictation boolean not null default false;
comment on column identity.organisation.allows_dictation is 'Whether notes may be dictated by the speech recognition of the browser, which may send speech to its maker';
