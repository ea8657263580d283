import type { Actor, AnswerPrompt, ChartSpec, DataPolicy, DataSourceId, DataToLlm, FailedAttempt, Language } from '@majed-vanna/contract';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import type { AgentTokens } from './agent-ports.ts';
import type { EarlierTurn } from './earlier-turn.ts';
import type { ModelTrouble } from './model-trouble.ts';
import type { QuestionBack } from './question-back.ts';
import type { RanStatement, RunStatement } from './ran-statement.ts';

export interface AgentQuestion {
  readonly actor: Actor;
  readonly question: string;
  readonly language: Language;
  readonly today: string;
  /** What a follow-up goes on from, oldest first. */
  readonly earlier: readonly EarlierTurn[];
  /** A statement for this question that failed, with what may be told of why; null when the question is new. */
  readonly toRepair: { readonly sql: string; readonly told: string } | null;
  readonly dataSourceId: DataSourceId;
  readonly semantics: SourceSemantics;
  readonly policy: DataPolicy;
  readonly dataToLlm: DataToLlm;
  readonly databaseVersion: string | null;
  readonly runStatement: RunStatement;
  /** Told before anything leaves; what is sent later is added to it. */
  readonly onPrompt: (prompt: AnswerPrompt) => void;
  readonly signal: AbortSignal;
}

/** What a model is doing, as it goes. */
export type AgentProgress =
  | { readonly kind: 'tool'; readonly tool: string; readonly calls: number }
  /** The next piece of what it says. */
  | { readonly kind: 'said'; readonly text: string }
  /** What it said so far was not the answer. */
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'attempt'; readonly attempt: FailedAttempt };

export type AgentOutcome = { readonly model: string; readonly tokens: AgentTokens; readonly calls: number } & (
  | { readonly kind: 'answered'; readonly statement: RanStatement; readonly text: string; readonly chart: ChartSpec | null }
  | { readonly kind: 'asks'; readonly asked: QuestionBack }
  /** It says that the data cannot answer; null where its provider would not let it answer, and only says so. */
  | { readonly kind: 'declined'; readonly text: string | null }
  | { readonly kind: 'failed'; readonly trouble: ModelTrouble }
  /** The database failed, which is no fault of the model. */
  | { readonly kind: 'broken'; readonly error: unknown }
);
