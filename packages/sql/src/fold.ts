/**
 * Identifiers compare without regard to ASCII case, as DuckDB and SQLite compare them. Only A–Z folds: a full case mapping
 * would make the Kelvin sign equal to k, and a look-alike would pass for a known name.
 */
export function fold(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
