/** Splits a list written as text. */
export function words(...lists: readonly string[]): Set<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/).filter((word) => word !== '')));
}

/** The grammar of queries that DuckDB and SQLite share. Nothing that writes, locks, attaches, sets or explains is here. */
export const QUERY_KEYWORDS = `
  select from where group by having order limit offset distinct all as on using join inner left right full outer cross natural
  union intersect except with recursive materialized and or not in is null true false exists between like escape case when then else end
  cast asc desc nulls first last over partition window rows range groups preceding following unbounded current row exclude ties others no
  filter collate values interval date time timestamp isnull notnull
`;

/** Words that a bracket may follow without being called. */
export const BRACKET_KEYWORDS = `
  select from where by having limit offset distinct all as on using join union intersect except and or not in is exists between like
  when then else case over filter values window interval escape exclude
  materialized with any some cast
`;

export const EXPRESSION_NODES = `
  and or not eq neq lt lte gt gte add sub mul div mod neg concat paren tuple between like is is_null is_true is_false is_not_null case cast
  boolean null interval within_group coalesce null_if collation any all filter order ordered
  count sum avg min max median mode stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp
  string_agg group_concat array_agg first last any_value bool_and bool_or logical_and logical_or bit_and_agg bit_or_agg bit_xor_agg
  approx_distinct arg_max arg_min sum_if count_if quantile percentile_cont percentile_disc skewness kurtosis
  row_number rank dense_rank percent_rank cume_dist n_tile lag lead first_value last_value nth_value
  abs ceil floor round sign sqrt cbrt exp ln log power mod_func trunc truncate pi sin cos tan asin acos atan atan2 degrees radians greatest least if_func
  upper lower trim l_trim r_trim length char_length substring replace reverse left right instr str_position lpad rpad ascii chr initcap concat_ws
  starts_with ends_with contains regexp_like regexp_replace regexp_extract regexp_count split split_part repeat
  extract date_part date_trunc date_diff date_add date_sub current_date current_timestamp current_time year month day hour minute second quarter week
  day_of_week day_of_month day_of_year last_day make_date make_timestamp to_date str_to_date str_to_time time_to_str date_from_parts to_timestamp
  json_extract json_extract_scalar json_value json_type json_array_length json_valid
  nvl if_null i_like glob similar_to regexp_i_like null_safe_eq null_safe_neq subscript array_slice array_func array array_length array_contains array_concat
  array_sort array_distinct array_sum array_join array_append array_prepend array_size unnest struct_func row bitwise_and bitwise_or bitwise_xor bitwise_not
  random bitwise_left_shift bitwise_right_shift int_div at_time_zone typeof week_of_year epoch epoch_ms array_position map_keys map_values element_at cardinality json_keys to_json json_object j_s_o_n_array
  list_agg bitwise_and_agg bitwise_or_agg bitwise_xor_agg approx_count_distinct
`;
