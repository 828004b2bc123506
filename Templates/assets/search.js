// The search page is complete as an index; this file is written with the index.
