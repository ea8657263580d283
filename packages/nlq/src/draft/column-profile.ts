/** What a column was seen to hold; the shape a warehouse's profile has. */
export interface ColumnProfile {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  /** Distinct values; null when there are too many, or it is not text. */
  readonly values: readonly string[] | null;
  readonly range: { readonly min: string | number; readonly max: string | number } | null;
}

export type ProfileOf = (schema: string, table: string, column: string) => ColumnProfile | undefined;

export function indexProfiles(profiles: readonly ColumnProfile[]): ProfileOf {
  const index = new Map(profiles.map((profile) => [`${profile.schema}\0${profile.table}\0${profile.column}`, profile]));
  return (schema, table, column) => index.get(`${schema}\0${table}\0${column}`);
}
