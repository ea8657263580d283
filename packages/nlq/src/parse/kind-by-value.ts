import pluralize from 'pluralize';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame } from './frame.ts';
import type { Mention } from './segment.ts';
import { thingOf } from './thing-of.ts';

/** "cashiers in Riyadh": those who have that value are asked for, where nothing else is. */
export function settleKindByValue(frame: Frame, prepared: PreparedModel): void {
  const [first] = frame.conditions;
  if (first?.kind !== 'value' || first.lhs !== null || first.negated || first.place === true || first.mention.start > 0) return;
  if (frame.projections.length + frame.groups.length + frame.anchors.length + frame.orders.length + frame.unread.length > 0) return;
  const mention = thingsOfValue(first.mention, prepared);
  if (mention !== null) frame.projections = [{ kind: 'entity', mention, aggregate: null, distinct: false, anchor: null }];
}

/** "cashiers": the people with that value, as a mention of their table; null for values that are no plural, or of several columns. */
export function thingsOfValue(mention: Mention, prepared: PreparedModel): Mention | null {
  const { text } = mention;
  const [own, other] = mention.values;
  const table = own === undefined ? undefined : prepared.tables[own.table];
  const word = text.split(' ').at(-1) ?? '';
  const several = pluralize.isPlural(word) && !pluralize.isSingular(word) && !/^\p{Lu}/u.test(text);
  return own === undefined || other !== undefined || table?.named !== true || own.column === table.display || !several
    ? null
    : thingOf(mention, own.table);
}
