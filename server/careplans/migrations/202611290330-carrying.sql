-- Taking back a move between programs takes away the copies that it made, as long as nobody has written in them.
grant delete on careplans.plan, careplans.plan_entry to mooring_app;
