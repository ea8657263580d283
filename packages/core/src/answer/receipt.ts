import type { AuditId, DataToLlm, FailedAttempt, Receipt, RunId, UnderstoodPart } from '@majed-vanna/contract';
import type { DataSourceRow } from '@majed-vanna/db';
import type { GuardVerdict } from '@majed-vanna/sql';
import type { ToldTrouble } from './trouble-words.ts';

/** What a run learns on its way; what it did not reach stays absent. */
export interface ReceiptFacts {
  readonly runId: RunId;
  readonly askedBy: string;
  readonly askedAt: Date;
  source?: Pick<DataSourceRow, 'id' | 'name' | 'dialect'>;
  schemaVersion?: string;
  understood?: readonly UnderstoodPart[];
  verdict?: Extract<GuardVerdict, { verdict: 'allow' }>;
  rows?: Receipt['rows'];
  failure?: string;
  /** When neither the embedded engine nor a model wrote the statement. */
  engine?: Receipt['engine'];
  semanticVersion?: number;
  verified?: NonNullable<Receipt['verified']>;
  attempts?: FailedAttempt[];
  /** Why the model that was asked, or was to be asked, gave no answer. */
  modelTrouble?: ToldTrouble;
  /** What a model that was asked might see of the data. */
  dataToLlm?: DataToLlm;
  /** What the model was told; kept beside the receipt. */
  prompt?: unknown;
  /** The language model that was asked, and whether the answer is its own. */
  model?: { readonly name: string; readonly tokens: { readonly input: number; readonly output: number }; readonly answered: boolean };
}

/** How an answer came about; null when the run never reached a data source. */
export function receiptOf(
  facts: ReceiptFacts,
  end: { readonly auditId: AuditId | null; readonly timings: Receipt['timings']; readonly totalMs: number },
): Receipt | null {
  const { runId, source, schemaVersion, verdict, understood = [], rows = { returned: 0, truncated: false } } = facts;
  if (!source || schemaVersion === undefined) return null;
  return {
    runId,
    engine: facts.engine ?? (facts.model?.answered ? 'model' : 'embedded'),
    model: facts.model?.name ?? null,
    tokens: facts.model?.tokens ?? null,
    modelTrouble: facts.modelTrouble ?? null,
    ...(facts.dataToLlm ? { dataToLlm: facts.dataToLlm } : {}),
    attempts: facts.attempts ?? [],
    verified: facts.verified ?? null,
    dataSource: { id: source.id, name: source.name, dialect: source.dialect },
    executedSql: verdict?.sql ?? null,
    lineage: verdict?.lineage ?? null,
    injections: verdict?.injections ?? null,
    definitions: definitionsOf(understood),
    rows,
    timings: end.timings,
    totalMs: end.totalMs,
    schemaVersion,
    ...(facts.semanticVersion === undefined ? {} : { semanticVersion: facts.semanticVersion }),
    auditId: end.auditId,
    askedBy: facts.askedBy,
    askedAt: facts.askedAt.toISOString(),
  };
}

function definitionsOf(understood: readonly UnderstoodPart[]): Receipt['definitions'] {
  const definitions = new Map(understood.flatMap(({ text, definition }) => (definition === null ? [] : [[text, definition] as const])));
  return [...definitions].map(([term, definition]) => ({ term, definition }));
}
