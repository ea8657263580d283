/** Aggregates of DuckDB. */
export const DUCKDB_AGGREGATES = `
  count sum avg min max mean median mode stddev stddev_pop stddev_samp variance var_pop var_samp sem corr covar_pop covar_samp regr_slope regr_intercept
  regr_r2 regr_count regr_avgx regr_avgy regr_sxx regr_syy regr_sxy
  string_agg group_concat listagg list array_agg first last any_value arbitrary arg_max arg_min argmax argmin max_by min_by arg_max_null arg_min_null
  bool_and bool_or bit_and bit_or bit_xor product favg fsum kahan_sum sumkahan geomean geometric_mean count_if countif count_star
  approx_count_distinct approx_quantile approx_top_k quantile quantile_cont quantile_disc percentile_cont percentile_disc entropy kurtosis kurtosis_pop skewness mad histogram grouping grouping_id json_group_array json_group_object
`;

/** Functions that compute from their arguments alone, without side effects, and cannot blow up a small input. */
export const DUCKDB_SCALARS = `
  row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value fill
  abs ceil ceiling floor round round_even trunc sign random sqrt cbrt exp ln log log2 log10 pow power mod fmod pi sin cos tan cot asin acos atan atan2 sinh cosh tanh degrees radians
  greatest least gcd lcm factorial even divide multiply add subtract isnan isinf isfinite nextafter width_bucket
  upper ucase lower lcase trim ltrim rtrim length len strlen char_length character_length substring substr left right left_grapheme right_grapheme substring_grapheme replace translate reverse
  instr strpos position ascii chr ord unicode concat concat_ws starts_with ends_with prefix suffix contains like_escape not_like_escape ilike_escape
  regexp_matches regexp_full_match regexp_replace regexp_extract regexp_extract_all regexp_split_to_array regexp_escape split split_part str_split string_split string_to_array str_split_regex string_split_regex
  strip_accents nfc_normalize levenshtein editdist3 damerau_levenshtein jaccard jaro_similarity jaro_winkler_similarity hamming mismatches md5 sha1 sha256 hash
  format printf lpad rpad repeat format_bytes
  coalesce nullif ifnull nvl if 
  extract date_part datepart date_trunc datetrunc date_diff datediff date_sub datesub date_add age year month day hour minute second millisecond quarter week weekofyear weekday dayofweek dayofmonth dayofyear isodow isoyear yearweek decade century era epoch epoch_ms dayname monthname
  last_day make_date make_time make_timestamp strftime strptime try_strptime to_timestamp to_date to_years to_quarters to_months to_weeks to_days to_hours to_minutes to_seconds time_bucket julian
  now today get_current_timestamp current_localtimestamp current_localtime timezone
  cast try_cast typeof date timestamp
  list_value list_sum list_avg list_min list_max list_count list_median list_mode list_first list_last list_distinct list_unique list_any_value list_contains list_has array_contains array_has
  list_has_any list_has_all list_position list_indexof array_position list_append list_prepend list_concat list_cat array_concat list_sort list_reverse_sort list_reverse array_sort array_distinct list_filter list_transform list_apply array_filter array_transform array_apply
  list_slice array_slice list_extract list_element array_extract array_length list_zip flatten list_intersect array_to_string list_string_agg list_product list_where list_select unnest
  struct_pack struct_extract row struct_values map map_keys map_values map_extract element_at map_entries cardinality
  json_extract json_extract_string json_value json_array_length json_keys json_type json_valid json_contains json_exists json_extract_path json_extract_path_text to_json json_object json_array

`;
