import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { liveRuns } from './live-runs.ts';
import type { RunState } from './run-streams.ts';
import { EMPTY_RUN, viewOf } from './run-view.ts';
import type { Turn } from './started-turns.ts';

const OPENING: RunState = { view: EMPTY_RUN, connection: 'live', error: null };
const NO_TURN = () => () => undefined;

/** A turn's run: from its events when it is over, live while it goes on. */
export function useRun(turn: Turn): RunState {
  return useRunOf(turn) ?? OPENING;
}

/** The same, for a page that may have no turn yet. */
export function useRunOf(turn: Turn | undefined): RunState | null {
  const finished = useMemo<RunState | null>(
    () => (turn?.outcome ? { view: viewOf(turn.events), connection: 'ended', error: null } : null),
    [turn],
  );
  // Opening twice is harmless: the first look at a running turn starts following it.
  if (turn && !finished) liveRuns.open(turn.runId, turn.events);
  const runId = turn?.runId;
  const subscribe = useCallback((listener: () => void) => (runId ? liveRuns.listen(runId, listener) : NO_TURN()), [runId]);
  const live = useSyncExternalStore(subscribe, () => (runId ? liveRuns.get(runId) : null));
  return live ?? finished;
}
