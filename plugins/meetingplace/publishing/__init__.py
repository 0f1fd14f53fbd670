"""What readers get, made from the catalogue: pages as plain data, calendars, feeds, pictures and their addresses."""
