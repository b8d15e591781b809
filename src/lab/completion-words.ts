/** Words of DuckDB 0.9.1, as `duckdb_keywords()` and `duckdb_functions()` give them, as far as a query that reads needs them. */

export const KEYWORDS =
  'ALL AND ANTI ANY AS ASC ASOF BETWEEN BY CASE CAST COLLATE COLUMNS CROSS CUBE CURRENT DESC DESCRIBE DISTINCT ELSE END ' +
  'ESCAPE EXCEPT EXCLUDE EXISTS EXPLAIN FALSE FILTER FIRST FOLLOWING FROM FULL GLOB GROUP GROUPING HAVING ILIKE IN INNER ' +
  'INTERSECT INTERVAL IS ISNULL JOIN LAST LATERAL LEFT LIKE LIMIT MATERIALIZED NATURAL NOT NOTNULL NULL NULLS OFFSET ON OR ' +
  'ORDER OUTER OVER PARTITION PIVOT POSITIONAL PRECEDING QUALIFY RANGE RECURSIVE REPEATABLE REPLACE RIGHT ROLLUP ROW ROWS ' +
  'SAMPLE SELECT SEMI SETS SHOW SIMILAR SOME TABLE TABLESAMPLE THEN TO TRUE TRY_CAST UNBOUNDED UNION UNPIVOT USING ' +
  'VALUES WHEN WHERE WINDOW WITH WITHIN';

export const TYPES =
  'BIGINT BIT BLOB BOOLEAN DATE DECIMAL DOUBLE FLOAT HUGEINT INT INTEGER LIST MAP NUMERIC REAL SMALLINT STRUCT TEXT TIME ' +
  'TIMESTAMP TIMESTAMPTZ TINYINT UBIGINT UINTEGER USMALLINT UTINYINT UUID VARCHAR';

/** Functions that a first suggestion explains: name, what it takes, what it gives. */
export const FUNCTIONS: readonly (readonly [name: string, takes: string, gives: string])[] = [
  ['count', '* or value', 'how many rows, or how many values'],
  ['sum', 'number', 'the sum'],
  ['avg', 'number', 'the mean'],
  ['median', 'number', 'the middle value'],
  ['min', 'value', 'the smallest'],
  ['max', 'value', 'the largest'],
  ['arg_max', 'value, by', 'the value where "by" is largest'],
  ['arg_min', 'value, by', 'the value where "by" is smallest'],
  ['any_value', 'value', 'any one of the group'],
  ['quantile_cont', 'number, share', 'a quantile, between two values if need be'],
  ['stddev', 'number', 'the standard deviation'],
  ['corr', 'y, x', 'the correlation of Pearson'],
  ['regr_slope', 'y, x', 'the slope of a line through the points'],
  ['string_agg', 'text, separator', 'all texts of the group in one'],
  ['list', 'value', 'all values of the group in a list'],
  ['bool_and', 'condition', 'whether it holds for all'],
  ['bool_or', 'condition', 'whether it holds for any'],
  ['approx_count_distinct', 'value', 'about how many different'],
  ['row_number', '', 'the place in the window, no two alike; needs OVER'],
  ['rank', '', 'the place in the window, ties alike; needs OVER'],
  ['dense_rank', '', 'the place without gaps; needs OVER'],
  ['percent_rank', '', 'the place from 0 to 1; needs OVER'],
  ['ntile', 'parts', 'which of so many equal parts; needs OVER'],
  ['lag', 'value, by', 'the value of an earlier row; needs OVER'],
  ['lead', 'value, by', 'the value of a later row; needs OVER'],
  ['first_value', 'value', 'the first of the window; needs OVER'],
  ['last_value', 'value', 'the last of the window; needs OVER'],
  ['round', 'number, digits', 'the rounded number'],
  ['floor', 'number', 'the whole number below'],
  ['ceil', 'number', 'the whole number above'],
  ['abs', 'number', 'without its sign'],
  ['ln', 'number', 'the natural logarithm'],
  ['log10', 'number', 'the logarithm to ten'],
  ['exp', 'number', 'e to that power'],
  ['pow', 'number, power', 'the power'],
  ['sqrt', 'number', 'the square root'],
  ['greatest', 'a, b, …', 'the largest of them'],
  ['least', 'a, b, …', 'the smallest of them'],
  ['coalesce', 'a, b, …', 'the first that is not missing'],
  ['nullif', 'a, b', 'missing where both are the same'],
  ['concat', 'a, b, …', 'the texts one after the other'],
  ['contains', 'text, part', "whether the part is in it: contains(flag, 'b')"],
  ['starts_with', 'text, part', 'whether it begins so'],
  ['lower', 'text', 'in small letters'],
  ['upper', 'text', 'in capitals'],
  ['length', 'text', 'how many characters'],
  ['substring', 'text, from, length', 'a part of it'],
  ['replace', 'text, this, that', 'the text with that for this'],
  ['split_part', 'text, separator, n', 'the nth part'],
  ['strip_accents', 'text', 'without accents'],
  ['trim', 'text', 'without spaces at the ends'],
  ['regexp_matches', 'text, pattern', 'whether the pattern is in it'],
  ['regexp_extract', 'text, pattern, group', 'what the pattern finds'],
  ['regexp_replace', 'text, pattern, that', 'the text with that for what the pattern finds'],
  ['jaro_winkler_similarity', 'a, b', 'how alike two texts are, from 0 to 1'],
  ['levenshtein', 'a, b', 'how many letters differ'],
  ['make_date', 'year, month, day', 'a date'],
  ['date_part', 'part, date', 'a part of a date'],
  ['date_trunc', 'part, date', 'the date cut to a part'],
  ['date_diff', 'part, from, to', 'how many of them lie between'],
  ['strftime', 'date, pattern', 'a date as text'],
  ['strptime', 'text, pattern', 'a text as a date'],
  ['list_sort', 'list', 'the list in order'],
  ['list_transform', 'list, x -> …', 'each item made anew'],
  ['list_filter', 'list, x -> …', 'the items that hold'],
  ['unnest', 'list', 'a row for each item'],
  ['range', 'from, to, by', 'numbers from, up to but without to'],
  ['generate_series', 'from, to, by', 'numbers from … to'],
  ['typeof', 'value', 'the type of a value'],
];

/** Others that DuckDB 0.9.1 has, by their names. */
const MORE =
  'acos age array_agg array_length array_to_string ascii asin atan atan2 bit_and bit_count bit_or cbrt ceiling century chr ' +
  'concat_ws cos count_if covar_pop covar_samp cume_dist current_date damerau_levenshtein date_sub datediff day dayname ' +
  'dayofweek dayofyear decade degrees element_at ends_with entropy epoch even factorial first format from_base64 gcd geomean ' +
  'hamming hash histogram hour ifnull instr isfinite isnan isoyear jaccard jaro_similarity kurtosis last last_day lcm left ' +
  'list_aggregate list_concat list_contains list_distinct list_extract list_has_all list_has_any list_position ' +
  'list_reverse_sort list_slice list_sum list_unique list_value log log2 lpad ltrim mad map map_entries map_extract ' +
  'map_keys map_values max_by md5 min_by minute mod mode month monthname nth_value now pi position product quantile_disc ' +
  'quarter radians random regexp_extract_all regexp_full_match regr_avgx regr_avgy regr_count regr_intercept regr_r2 ' +
  'regr_sxx regr_sxy regr_syy repeat reservoir_quantile reverse right rpad rtrim second sem sign sin skewness ' +
  'stddev_pop stddev_samp string_split str_split strlen struct_extract struct_pack suffix tan time_bucket to_days ' +
  'to_months to_timestamp to_years today translate trunc unicode var_pop var_samp variance version week weekday year';

export const FUNCTION_NAMES: readonly string[] = [...FUNCTIONS.map(([name]) => name), ...MORE.split(' ')];
