import type {
  AnswerEvent,
  Cell,
  ChartSpec,
  ClarificationOption,
  Dialect,
  FailedAttempt,
  HeadlinePart,
  Language,
  Outcome,
  Receipt,
  Refusal,
  ResultColumn,
  StepName,
  Understanding,
} from '@majed-vanna/contract';

export interface StepView {
  readonly step: StepName;
  readonly state: 'running' | 'done' | 'failed';
  readonly detail: Readonly<Record<string, string | number>>;
  readonly ms: number | null;
}

/** Everything a run has said so far, as one picture. */
export interface RunView {
  readonly language: Language | null;
  readonly steps: readonly StepView[];
  readonly understanding: Understanding | null;
  readonly statement: { readonly sql: string; readonly dialect: Dialect } | null;
  readonly columns: readonly ResultColumn[] | null;
  readonly rows: readonly (readonly Cell[])[];
  readonly chart: ChartSpec | null;
  readonly headline: readonly HeadlinePart[];
  readonly markdown: string;
  /** What the model is saying, before it was checked. */
  readonly said: string;
  readonly attempts: readonly FailedAttempt[];
  readonly clarification: { readonly prompt: string; readonly options: readonly ClarificationOption[] } | null;
  readonly refusal: { readonly reason: string; readonly refusal: Refusal | null; readonly suggestions: readonly string[] } | null;
  readonly suggestions: readonly string[];
  readonly receipt: Receipt | null;
  readonly error: { readonly code: string; readonly message: string; readonly requestId: string | null } | null;
  readonly outcome: Outcome | null;
  readonly totalMs: number | null;
}

export const EMPTY_RUN: RunView = {
  language: null,
  steps: [],
  understanding: null,
  statement: null,
  columns: null,
  rows: [],
  chart: null,
  headline: [],
  markdown: '',
  said: '',
  attempts: [],
  clarification: null,
  refusal: null,
  suggestions: [],
  receipt: null,
  error: null,
  outcome: null,
  totalMs: null,
};

export function viewOf(events: readonly AnswerEvent[]): RunView {
  return events.reduce(applyEvent, EMPTY_RUN);
}

/** The picture after one more event. */
export function applyEvent(view: RunView, event: AnswerEvent): RunView {
  switch (event.type) {
    case 'started':
      return { ...view, language: event.language };
    case 'step':
      return { ...view, steps: applyStep(view.steps, event) };
    case 'understood':
      return { ...view, understanding: event.understanding };
    case 'sql':
      return { ...view, statement: { sql: event.sql, dialect: event.dialect } };
    case 'columns':
      // A repaired statement starts its result anew.
      return { ...view, columns: event.columns, rows: [] };
    case 'rows':
      return { ...view, rows: view.rows.length === 0 ? event.rows : [...view.rows, ...event.rows] };
    case 'chart':
      return { ...view, chart: event.chart };
    case 'headline':
      return { ...view, headline: event.parts };
    case 'text':
      return { ...view, markdown: view.markdown + event.markdown, said: '' };
    case 'text_delta':
      return { ...view, said: view.said + event.text };
    case 'attempt':
      return { ...view, attempts: [...view.attempts, event.attempt] };
    case 'clarification':
      return { ...view, clarification: { prompt: event.prompt, options: event.options } };
    case 'refusal':
      return { ...view, refusal: { reason: event.reason, refusal: event.refusal, suggestions: event.suggestions } };
    case 'suggestions':
      return { ...view, suggestions: event.questions };
    case 'receipt':
      return { ...view, receipt: event.receipt };
    case 'error':
      return { ...view, error: { code: event.code, message: event.message, requestId: event.requestId } };
    case 'done':
      return { ...view, outcome: event.outcome, totalMs: event.totalMs };
  }
}

/** A step that ends takes the place of the one that was running; one that runs again stands for itself. */
function applyStep(steps: readonly StepView[], { step, state, detail, ms }: StepView): readonly StepView[] {
  const next = { step, state, detail, ms };
  const running = steps.findLastIndex((known) => known.step === step && known.state === 'running');
  return running === -1 ? [...steps, next] : steps.with(running, next);
}
