import type { Cell, Language, ResultColumn } from '@majed-vanna/contract';
import type { AnswerFacts, FactColumn } from './answer-facts.ts';

/** What a result says of itself, where no plan tells what its columns are. */
export function factsOfColumns(
  columns: readonly ResultColumn[],
  rows: readonly (readonly Cell[])[],
  rowCount: number | null,
  language: Language,
): AnswerFacts {
  return {
    language,
    columns: columns.map(
      ({ label, kind, format, currency }): FactColumn => ({ label, role: roleOf(kind), format, currency, additive: false }),
    ),
    rows,
    rowCount,
    subject: null,
    period: null,
    order: null,
    limit: null,
    comparison: null,
  };
}

function roleOf(kind: ResultColumn['kind']): FactColumn['role'] {
  switch (kind) {
    case 'integer':
    case 'decimal':
      return 'measure';
    case 'date':
    case 'timestamp':
      return 'time';
    default:
      return 'dimension';
  }
}
