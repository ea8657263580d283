import type { DataSourceId, EvaluationRun } from '@majed-vanna/contract';
import { trpc } from '../../lib/trpc.ts';

const POLL_MS = 1_000;

export const isOpen = ({ state }: Pick<EvaluationRun, 'state'>): boolean => state === 'waiting' || state === 'running';

/** Whether it ended before every case was asked: its shares are of those that were. */
export const isPartial = (run: Pick<EvaluationRun, 'state' | 'done' | 'total'>): boolean => !isOpen(run) && run.done < run.total;

/** The evaluations of a source, looked after while one is going. */
export function useRuns(dataSourceId: DataSourceId) {
  return trpc.evaluation.runs.useQuery(
    { dataSourceId },
    { refetchInterval: ({ state }) => (state.data?.some(isOpen) ? POLL_MS : false), staleTime: 0 },
  );
}
