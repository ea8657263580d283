import { WarehouseError, type WarehouseErrorKind } from '@majed-vanna/warehouse';

/** Whether a failure is the database's own. What a statement did wrong, or its reader, never is. */
const DATABASE_AT_FAULT: Readonly<Record<WarehouseErrorKind, boolean>> = {
  syntax: false,
  unknown_object: false,
  type: false,
  arithmetic: false,
  permission: false,
  resource: false,
  cancelled: false,
  // Of a long statement; a trivial call that gets no answer is told apart before.
  deadline: false,
  connection: true,
  unreadable_file: true,
  // Nobody knows: better a failing statement too many than a healthy source shut to everyone.
  other: false,
};

/** Judges what a data source threw, for its breaker. */
export function isDatabaseFault(error: unknown): boolean {
  return error instanceof WarehouseError && DATABASE_AT_FAULT[error.kind];
}
