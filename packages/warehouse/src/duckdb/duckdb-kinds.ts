import type { ColumnKind } from '@majed-vanna/contract';

/** The kind of a column from DuckDB's own name of its type. */
export function kindOfDuckDbType(nativeType: string): ColumnKind {
  if (/\]$|^(STRUCT|MAP|UNION|VARIANT|JSON)\b/.test(nativeType)) return 'json';
  return KINDS[nativeType.replace(/\(.*$/s, '')] ?? 'other';
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  VARCHAR: 'text',
  ENUM: 'text',
  UUID: 'text',
  BIT: 'text',
  BOOLEAN: 'boolean',
  TINYINT: 'integer',
  SMALLINT: 'integer',
  INTEGER: 'integer',
  BIGINT: 'integer',
  HUGEINT: 'integer',
  UTINYINT: 'integer',
  USMALLINT: 'integer',
  UINTEGER: 'integer',
  UBIGINT: 'integer',
  UHUGEINT: 'integer',
  BIGNUM: 'integer',
  FLOAT: 'decimal',
  DOUBLE: 'decimal',
  DECIMAL: 'decimal',
  DATE: 'date',
  TIME: 'time',
  'TIME WITH TIME ZONE': 'time',
  TIME_NS: 'time',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_S: 'timestamp',
  TIMESTAMP_MS: 'timestamp',
  TIMESTAMP_NS: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'timestamp',
  BLOB: 'binary',
};
