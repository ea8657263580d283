import type { WarehouseErrorKind } from '@majed-vanna/warehouse';
import type { DatabaseErrorCode } from './database-problem.ts';

/** What a failure comes down to when its message is in no table, or is not the database's own. */
export const KIND_ERRORS: Readonly<Record<WarehouseErrorKind, DatabaseErrorCode>> = {
  syntax: 'syntax_error',
  unknown_object: 'unknown_column',
  type: 'type_mismatch',
  arithmetic: 'out_of_range',
  permission: 'not_permitted',
  resource: 'out_of_memory',
  cancelled: 'cancelled',
  // Of a long statement; a trivial call that gets no answer is told apart before.
  deadline: 'deadline',
  connection: 'no_answer',
  unreadable_file: 'file_unreadable',
  other: 'unknown',
};

/** Kinds that the connector decides itself: what the message says does not matter. */
export const DECIDED_KINDS: readonly WarehouseErrorKind[] = ['cancelled', 'deadline'];
