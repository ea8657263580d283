import type { Dialect } from '@majed-vanna/contract';
import { sqlDialect } from '../render/dialects.ts';
import { type PeriodPart, periodPart } from './date-literal.ts';
import { questionWords } from './question-key.ts';
import { saidPeriods } from './said-periods.ts';
import { isNumber, type Slot, type ValuesIn, valuesNamed } from './template.ts';
import type { LiteralEdit, StatementLiteral, VerifiedStatement } from './verified-statement.ts';

/** What the words in a slot make of its literals; null when they are not of its kind. */
export function fillSlot(slot: Slot, text: string, pair: VerifiedStatement, today: string, valuesIn: ValuesIn): LiteralEdit[] | null {
  switch (slot.kind) {
    case 'number':
      return fillNumber(slot.literal, text, pair.dialect);
    case 'value': {
      const column = slot.literal.place.kind === 'equals' ? slot.literal.place.column : '';
      const named = [...valuesNamed(text, column, pair, valuesIn)];
      const [only] = named;
      if (named.length !== 1 || !only) return null;
      const [value, homes] = only;
      return homes.size === slot.homes.size && [...homes].every((home) => slot.homes.has(home))
        ? [edited(slot.literal, value, pair.dialect)]
        : null;
    }
    case 'period':
      return fillPeriod(slot, text, pair.dialect, today);
  }
}

function fillNumber(literal: StatementLiteral, text: string, dialect: Dialect): LiteralEdit[] | null {
  const [word, ...more] = questionWords(text);
  if (!word || more.length > 0 || !isNumber(word.norm)) return null;
  const whole = !literal.value.includes('.');
  if (literal.place.kind === 'limit' && (!whole || word.norm.includes('.') || Number(word.norm) === 0)) return null;
  return [edited(literal, word.norm, dialect)];
}

function fillPeriod(slot: Extract<Slot, { kind: 'period' }>, text: string, dialect: Dialect, today: string): LiteralEdit[] | null {
  const [said, ...more] = saidPeriods(text, today);
  const words = questionWords(text);
  const [first, last] = [words[0], words.at(-1)];
  if (!said || more.length > 0 || !first || !last) return null;
  // The period is all that the slot holds.
  if (words.some(({ start, end }) => end <= said.start || start >= said.end)) return null;
  const { period } = said;
  const { unit, from, to, year } = slot.period;
  const alike = period.unit === unit && (period.from === null) === (from === null) && (period.to === null) === (to === null);
  if (!alike || (period.year === null) !== (year === null)) return null;
  const edits = slot.literals.map(({ literal, parts }) => {
    const values = new Set(parts.map((part: PeriodPart) => periodPart(period, part)));
    const [value] = values;
    return values.size === 1 && value ? edited(literal, value, dialect) : null;
  });
  return edits.every((edit) => edit !== null) ? edits : null;
}

function edited({ index, kind }: StatementLiteral, value: string, dialect: Dialect): LiteralEdit {
  return { index, sql: kind === 'text' ? sqlDialect(dialect).text(value) : value };
}
