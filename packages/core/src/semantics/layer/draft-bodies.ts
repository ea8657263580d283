import type { LayerEvidence, SemanticEntryBody } from '@majed-vanna/contract';
import type { SemanticColumn, SemanticJoin, SemanticTable } from '@majed-vanna/nlq';
import { columnEvidence, unitOf } from './evidence.ts';

type BodyOf<K extends SemanticEntryBody['kind']> = Extract<SemanticEntryBody, { kind: K }>['body'];

/** What the automatic draft says of a thing, in the shape of an entry. */
export interface Drafted<K extends SemanticEntryBody['kind']> {
  readonly body: BodyOf<K>;
  readonly evidence: readonly LayerEvidence[];
}

export function draftedTable({ words, comment, displayColumn, plural }: SemanticTable): Drafted<'table'> {
  return {
    body: { words: plain(words), description: comment, displayColumn: displayColumn ?? null, plural: { ...plural } },
    evidence: [{ basis: comment ? 'comment' : 'name', share: null, detail: null }],
  };
}

export function draftedColumn(column: SemanticColumn): Drafted<'column'> {
  const { words, comment, format, currency, name, kind } = column;
  const unit = currency || format === 'percent' ? null : unitOf(name, kind);
  const description = comment ?? (unit ? `Measured in ${unit}.` : null);
  return { body: { words: plain(words), description, format, currency, values: {} }, evidence: columnEvidence(column) };
}

export function draftedJoin({ from, to, cardinality, words }: SemanticJoin): BodyOf<'join'> {
  const end = (of: SemanticJoin['from']) => ({ table: of.table, columns: [...of.columns] });
  return { words: plain(words), description: null, from: end(from), to: end(to), cardinality, rejected: false };
}

/** Names a join by its ends: the same for the same columns of the same tables. */
export function joinKey({ from, to }: Pick<SemanticJoin, 'from' | 'to'>): string {
  return `${from.table}(${from.columns.join(', ')}) → ${to.table}(${to.columns.join(', ')})`;
}

const plain = ({ en, ar }: SemanticTable['words']) => ({ ...(en ? { en: [...en] } : {}), ...(ar ? { ar: [...ar] } : {}) });
