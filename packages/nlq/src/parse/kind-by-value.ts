import pluralize from 'pluralize';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame } from './frame.ts';

/** "cashiers in Riyadh": those who have that value are asked for, where nothing else is. */
export function settleKindByValue(frame: Frame, prepared: PreparedModel): void {
  const [first] = frame.conditions;
  if (first?.kind !== 'value' || first.lhs !== null || first.negated || first.place === true) return;
  if (frame.projections.length + frame.groups.length + frame.anchors.length + frame.orders.length + frame.unread.length > 0) return;
  const [own, other] = first.mention.values;
  const table = own === undefined ? undefined : prepared.tables[own.table];
  const word = first.mention.text.split(' ').at(-1) ?? '';
  const several =
    first.mention.start === 0 && pluralize.isPlural(word) && !pluralize.isSingular(word) && !/^\p{Lu}/u.test(first.mention.text);
  if (own === undefined || other !== undefined || table?.named !== true || own.column === table.display || !several) return;
  const elements = [{ ref: { kind: 'table', table: own.table }, score: 1, withTable: false } as const];
  const mention = { ...first.mention, id: first.mention.id + KIND_IDS, elements, values: [] };
  frame.projections = [{ kind: 'entity', mention, aggregate: null, distinct: false, anchor: null }];
}

/** Beyond the ids of spoken mentions, which are places in the question. */
const KIND_IDS = 8_000_000;
