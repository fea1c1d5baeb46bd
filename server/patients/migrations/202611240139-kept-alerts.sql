alter table patients.alert add column kept_by text;
comment on column patients.alert.kept_by is 'What keeps it standing (a pathway): nobody takes it down by hand, it goes when its keeper lets go';
