/**
 * The PostgreSQL schema, derived from the hand-written SQLite one: another provider, another output folder, and native types that
 * keep what is stored: time zones on moments, and `json` rather than `jsonb`, which reorders keys and refuses U+0000.
 */
export function toPostgresSchema(sqliteSchema: string): string {
  const derived = sqliteSchema
    .replace(/^(\/\/.*\n)+/, '// Derived from ../schema.prisma by packages/db/scripts/derive-postgres-schema.ts. Do not edit.\n')
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../packages/db/src/generated/sqlite"', '"../../packages/db/src/generated/postgres"')
    .replace(/^( {2}\w+ +DateTime\??)(.*)$/gm, '$1 @db.Timestamptz(3)$2')
    .replace(/^( {2}\w+ +Json\??)(.*)$/gm, '$1 @db.Json$2');
  if (!derived.includes('provider = "postgresql"') || !derived.includes('generated/postgres')) {
    throw new Error('schema.prisma no longer has the datasource or generator lines that the PostgreSQL schema is derived from');
  }
  return derived;
}
