import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PeriodGrain } from '../plan.ts';
import type { Frame, GroupKey } from './frame.ts';

/** "total pay per month" of a monthly salary, "average quantity per order line" of order lines: said by the number already. */
export function settleSaidTwice(frame: Frame, prepared: PreparedModel): void {
  const [number, ...others] = frame.projections;
  const top = number?.mention?.elements[0];
  const column = top?.ref.kind === 'column' ? prepared.tables[top.ref.table]?.columns[top.ref.column] : undefined;
  if (number?.aggregate == null || others.length > 0 || column === undefined) return;
  const words = column.names.flatMap((name) => name.words);
  const own = ({ grain, mention, per }: GroupKey) => {
    if (grain !== null) return PER.test(mention?.text ?? '') && words.some((word) => EACH[grain]?.test(word));
    const table = mention?.elements[0]?.ref;
    return per === true && table?.kind === 'table' && table.table === column.table && prepared.tables[table.table]?.named === false;
  };
  frame.groups = frame.groups.filter((group) => !own(group));
}

const PER = /^(per|each|every) /i;
const EACH: Partial<Record<PeriodGrain, RegExp>> = {
  year: /^(yearly|annual)$/,
  quarter: /^quarterly$/,
  month: /^monthly$/,
  week: /^weekly$/,
  day: /^daily$/,
};
