-- Every proposal asks for overlaps and adds its own words. What waits in the index's pending list is read whole by each question.
ALTER INDEX standard_words_words SET (fastupdate = off);
SELECT gin_clean_pending_list('standard_words_words'::regclass);
