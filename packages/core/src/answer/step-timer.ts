import type { AnswerEvent, Receipt, StepName } from '@majed-vanna/contract';

type StepDetail = Extract<AnswerEvent, { type: 'step' }>['detail'];
type StepEvent = Extract<AnswerEvent, { type: 'step' }>;

export type StepTimer = ReturnType<typeof createStepTimer>;

/** The steps of one run with the time each took. */
export function createStepTimer(elapsedMs: () => number = monotonic()) {
  const timings: Receipt['timings'] = [];
  let open: { readonly step: StepName; readonly since: number } | null = null;
  return { begin, done, fail, spent, timings: () => [...timings], totalMs: () => round(elapsedMs()) };

  function begin(step: StepName): StepEvent {
    open = { step, since: elapsedMs() };
    return { type: 'step', step, state: 'running', detail: {}, ms: null };
  }

  /** Milliseconds that the open step has taken so far. */
  function spent(): number {
    return open ? elapsedMs() - open.since : 0;
  }

  /** `ms` when the step ended before it is told. */
  function done(detail: StepDetail = {}, ms: number = spent()): StepEvent[] {
    return close('done', detail, ms);
  }

  /** Nothing when no step is open: then the failure lies between two steps. */
  function fail(detail: StepDetail = {}): StepEvent[] {
    return close('failed', detail, spent());
  }

  function close(state: 'done' | 'failed', detail: StepDetail, spentMs: number): StepEvent[] {
    if (!open) return [];
    const { step } = open;
    open = null;
    const ms = round(spentMs);
    timings.push({ step, ms });
    return [{ type: 'step', step, state, detail, ms }];
  }
}

function monotonic(): () => number {
  const begun = performance.now();
  return () => performance.now() - begun;
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
