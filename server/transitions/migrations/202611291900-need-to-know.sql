-- What was carried from one program to the next is read like a chart since its policy asks for chart.read.
select privacy.narrow('transitions.transition');
