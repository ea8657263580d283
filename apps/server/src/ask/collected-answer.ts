import type {
  AnswerEvent,
  Cell,
  ChartSpec,
  ClarificationOption,
  HeadlinePart,
  Language,
  Outcome,
  Receipt,
  Refusal,
  ResultColumn,
  Understanding,
} from '@majed-vanna/contract';

/** Everything that a run told, as one object. */
export interface CollectedAnswer {
  question: string;
  language: Language;
  outcome: Outcome;
  understanding: Understanding | null;
  sql: string | null;
  columns: ResultColumn[];
  rows: Cell[][];
  chart: ChartSpec | null;
  headline: HeadlinePart[];
  text: string | null;
  clarification: { prompt: string; options: ClarificationOption[] } | null;
  refusal: { reason: string; refusal: Refusal | null; suggestions: string[] } | null;
  suggestions: string[];
  error: { code: string; message: string; requestId: string | null } | null;
  receipt: Receipt | null;
  totalMs: number;
}

/** Gathers the events of one run. */
export async function collectAnswer(events: AsyncIterable<{ readonly event: AnswerEvent }>): Promise<CollectedAnswer> {
  const answer: CollectedAnswer = {
    question: '',
    language: 'en',
    outcome: 'failed',
    understanding: null,
    sql: null,
    columns: [],
    rows: [],
    chart: null,
    headline: [],
    text: null,
    clarification: null,
    refusal: null,
    suggestions: [],
    error: null,
    receipt: null,
    totalMs: 0,
  };
  for await (const { event } of events) add(answer, event);
  return answer;
}

function add(answer: CollectedAnswer, event: AnswerEvent): void {
  switch (event.type) {
    case 'started':
      answer.question = event.question;
      answer.language = event.language;
      return;
    case 'step':
    case 'attempt':
    case 'text_delta':
      return;
    case 'understood':
      answer.understanding = event.understanding;
      return;
    case 'sql':
      answer.sql = event.sql;
      return;
    case 'columns':
      answer.columns = event.columns;
      return;
    case 'rows':
      answer.rows.push(...event.rows);
      return;
    case 'chart':
      answer.chart = event.chart;
      return;
    case 'headline':
      answer.headline = event.parts;
      return;
    case 'text':
      answer.text = event.markdown;
      return;
    case 'clarification':
      answer.clarification = { prompt: event.prompt, options: event.options };
      return;
    case 'refusal':
      answer.refusal = { reason: event.reason, refusal: event.refusal, suggestions: event.suggestions };
      return;
    case 'suggestions':
      answer.suggestions = event.questions;
      return;
    case 'receipt':
      answer.receipt = event.receipt;
      return;
    case 'error':
      answer.error = { code: event.code, message: event.message, requestId: event.requestId };
      return;
    case 'done':
      answer.outcome = event.outcome;
      answer.totalMs = event.totalMs;
  }
}
