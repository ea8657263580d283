import type { DataSourceId, Receipt } from '@majed-vanna/contract';
import type { EarlierAnswer } from '@majed-vanna/db';
import type { EarlierTurn } from '../agent/earlier-turn.ts';
import { seesValues } from '../agent/sees-values.ts';

/** What was asked of the same source before, oldest first; a statement of another source would name what is not there. */
export function earlierTurns(answers: readonly EarlierAnswer[], dataSourceId: DataSourceId): EarlierTurn[] {
  return answers.flatMap(({ question, sql, receipt, columns, ...answer }) =>
    sql === null || answer.dataSourceId !== dataSourceId
      ? []
      : [
          {
            kind: 'answered',
            question,
            sql,
            mayHoldValues: mayHoldValues(receipt),
            columns: (columns ?? []).map(({ name }) => name),
            rows: receipt?.rows.returned ?? 0,
          },
        ],
  );
}

/** Unless a model that was shown none wrote it. */
export function mayHoldValues(receipt: Receipt | null): boolean {
  return receipt?.engine !== 'model' || receipt.dataToLlm === undefined || seesValues(receipt.dataToLlm);
}
