import type { Cell, Language, ResultColumn } from '@majed-vanna/contract';
import type { AnswerFacts, FactColumn } from './answer-facts.ts';

/** Aliases that say nothing of the figure under them. */
const MEANINGLESS = /^(?:[a-z]\d*|cnt|count|num|number|sum|total|val|value|result|answer|\w+\s*\(.*\))$/i;
/** Numbers that name a row or a time. */
const NAMES = /(?:^|_)(?:id|key|code)$|[a-z]Id$|^(?:year|quarter|month|week|day|hour)$/i;

/** What a result says of itself, where no plan tells what its columns are. */
export function factsOfColumns(
  columns: readonly ResultColumn[],
  rows: readonly (readonly Cell[])[],
  rowCount: number | null,
  language: Language,
): AnswerFacts {
  const facts = columns.map(
    ({ name, label, kind, format, currency }): FactColumn => ({ label, role: roleOf(kind, name), format, currency, additive: false }),
  );
  // Several figures are told apart by their aliases, whatever these say.
  const alone = facts.filter(({ role }) => role === 'measure').length === 1;
  return {
    language,
    columns: facts.map((column) => ({
      ...column,
      label: alone && saysNothing(column.label, language) ? '' : column.label.replaceAll('_', ' '),
    })),
    rows,
    rowCount,
    subject: null,
    period: null,
    order: null,
    limit: null,
    comparison: null,
  };
}

/** Whether an alias tells a reader of the language nothing of what is under it. */
export function saysNothing(alias: string, language: Language): boolean {
  return MEANINGLESS.test(alias) || (language === 'ar' && !/\p{Script=Arabic}/u.test(alias));
}

function roleOf(kind: ResultColumn['kind'], name: string): FactColumn['role'] {
  switch (kind) {
    case 'integer':
    case 'decimal':
      return NAMES.test(name) ? 'dimension' : 'measure';
    case 'date':
    case 'timestamp':
      return 'time';
    default:
      return 'dimension';
  }
}
