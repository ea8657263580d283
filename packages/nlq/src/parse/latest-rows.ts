import { isDate, type ParserState } from './parser-state.ts';
import type { Mention } from './segment.ts';
import { thingOf } from './thing-of.ts';

/**
 * "the last 10 orders" are those of the latest dates: what the rows of a thing are dated by. Null for things without a date; a thing
 * of several dates leaves open which.
 */
export function datesOf(state: ParserState, thing: Mention, text: string): Mention | null {
  const [top] = thing.elements;
  const dates = state.mentions.date(text);
  if (top?.ref.kind !== 'table' || dates === null) return null;
  const elements = dates.elements.filter((one) => one.ref.table === top.ref.table && isDate(state, one));
  return elements.length === 0 ? null : { ...dates, elements };
}

/** "employees hired": those whose date that is; null for anything else. */
export function whoseDate(state: ParserState, date: Mention): Mention | null {
  const [top] = date.elements;
  if (top === undefined || date.text === 'when' || !isDate(state, top)) return null;
  return thingOf(date, top.ref.table);
}
