import { WarehouseError, type WarehouseErrorKind } from '../warehouse.ts';

/** DuckDB names the class of an error in front of its message; the first row that fits decides. */
const KINDS: readonly (readonly [RegExp, WarehouseErrorKind])[] = [
  [/^INTERRUPT Error/, 'cancelled'],
  [/database does not exist/, 'connection'],
  [/Max expression depth|memory exhausted at or near/, 'resource'],
  [/^Parser Error/, 'syntax'],
  [
    /^(Permission|Not permitted) Error|read-only mode|configuration has been locked|disabled by configuration|disabled through configuration/i,
    'permission',
  ],
  [/^Catalog Error/, 'unknown_object'],
  [
    /^Binder Error: (Referenced (column|table)|Table .* does not|Values list .* does not have a column|Ambiguous reference|Catalog )/i,
    'unknown_object',
  ],
  [/^Binder Error: (No function matches|Cannot (compare|mix)|Could not choose|Cannot implicitly)/i, 'type'],
  [/^Binder Error/, 'syntax'],
  [/^(Out of Range|Division by Zero|Divide by Zero) Error|division by zero/i, 'arithmetic'],
  [/^(Conversion|Mismatch Type|Invalid Type|Invalid type) Error/i, 'type'],
  [/^(Out of Memory|Resource) Error|failed to (allocate|offload)|max_temp_directory_size/i, 'resource'],
  [
    /not a valid DuckDB database file|Could not read enough bytes|Corrupt|checksum|encrypted|encryption|Serialization Error|newer version of DuckDB|Failed to load metadata/i,
    'unreadable_file',
  ],
  [/^IO Error/, 'connection'],
  [/^(Connection|FATAL) Error|database has been invalidated/i, 'connection'],
];

/** The kind of a failure from DuckDB's own message, which is kept. */
export function explainDuckDbError(error: unknown): WarehouseError {
  const message = error instanceof Error ? error.message : String(error);
  const kind = KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';
  return new WarehouseError(kind, message, { cause: error });
}
