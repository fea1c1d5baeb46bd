-- A track may take another name, and its groups another length from a day on. What was held keeps the length it had.
grant update (name) on tracks.track to mooring_app;
grant update (minutes) on tracks.slot to mooring_app;
grant update (ends_at) on tracks.meeting to mooring_app;
