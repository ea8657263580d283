import type { ColumnProfile, LayerEvidence } from '@majed-vanna/contract';
import type { SemanticColumn, SemanticJoin } from '@majed-vanna/nlq';

/** What a guess about a column rests on. */
export function columnEvidence({ comment, currency, format }: SemanticColumn): LayerEvidence[] {
  const evidence: LayerEvidence[] = [said('name')];
  if (comment) evidence.push(said('comment'));
  if (currency) evidence.push(said('currency', currency));
  else if (format === 'percent') evidence.push(said('share'));
  return evidence;
}

/** What a guess about a join rests on: names always, values or ranges where they are known. */
export function joinEvidence(join: SemanticJoin, profileOf: (column: string) => ColumnProfile | undefined): LayerEvidence[] {
  if (join.origin === 'declared') return [said('declared')];
  const from = profileOf(`${join.from.table}.${join.from.columns[0]}`);
  const to = profileOf(`${join.to.table}.${join.to.columns[0]}`);
  if (from?.values?.length && to?.values) {
    const held = new Set(to.values);
    const share = from.values.filter((value) => held.has(value)).length / from.values.length;
    return [said('name'), { basis: 'values', share, detail: null }];
  }
  return from?.range && to?.range ? [said('name'), said('range')] : [said('name')];
}

const said = (basis: LayerEvidence['basis'], detail: string | null = null): LayerEvidence => ({ basis, share: null, detail });
