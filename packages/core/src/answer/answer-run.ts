import type {
  Actor,
  AnswerEvent,
  AuditId,
  ConversationId,
  DataPolicy,
  Language,
  Outcome,
  RunId,
  VerifiedQuestionId,
} from '@majed-vanna/contract';
import type { FinishedAnswer } from '@majed-vanna/db';
import type { Interpretation, Leaning, Reading } from '@majed-vanna/nlq';
import type { CheckStatement } from '@majed-vanna/sql';
import type { Agent } from '../agent/create-agent.ts';
import type { EarlierTurn } from '../agent/earlier-turn.ts';
import type { ConnectedSource } from '../data-sources/data-source-service.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import type { AnswerStatement } from './answer-statement.ts';
import type { ReceiptFacts } from './receipt.ts';
import type { StepTimer } from './step-timer.ts';

export interface QuestionRequest {
  readonly runId: RunId;
  readonly conversationId: ConversationId;
  readonly actor: Actor;
  readonly question: string;
  /** Written by a person, to be run as it is. */
  readonly statement?: string;
  /** The model may repair it when it fails. */
  readonly fix?: boolean;
  readonly askedAt: Date;
  /** ISO date that "this month" is relative to; the sample company has its own. */
  readonly today: string;
  /** Of the answer before, when it was about the same data. */
  readonly previousPlan: (schemaVersion: string) => Reading['plan'] | null;
  /** The answered questions of the conversation about the same source, oldest first. */
  readonly earlier: readonly EarlierTurn[];
  /** The question before was refused, or asked back. */
  readonly afterNoAnswer?: boolean;
  /** Aborted to stop the run; its reason says why. */
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  /** Lets the run go on for so many milliseconds from now, where it would end sooner. */
  readonly allow: (ms: number) => void;
  readonly maxRows: number;
}

export interface QuestionPorts {
  readonly semantics: () => Promise<SourceSemantics>;
  readonly connect: () => Promise<ConnectedSource>;
  readonly policy: (semantics: SourceSemantics) => Promise<DataPolicy>;
  readonly checkStatement: CheckStatement;
  /** Asked where the embedded engine is not sure; absent when there is none. */
  readonly agent: Agent | null;
  /** Told when a confirmed question answered. */
  readonly verifiedUsed?: (id: VerifiedQuestionId) => void;
  readonly audit: (outcome: Outcome, details: Readonly<Record<string, unknown>>) => Promise<AuditId>;
  readonly report: (error: unknown) => void;
}

/** What is kept of a run. */
export type AnsweredQuestion = Omit<FinishedAnswer, 'finishedAt'>;

/** A run under way, as everything that works on it sees it. */
export interface AnswerRun {
  readonly request: QuestionRequest;
  readonly ports: QuestionPorts;
  readonly language: Language;
  readonly today: string;
  readonly semantics: SourceSemantics;
  readonly connected: ConnectedSource;
  /** Of the answer before, when the embedded engine can go on from it. */
  readonly previousPlan: Reading['plan'] | null;
  /** Whether the question can be read without those before it; `whole` for the first. */
  readonly leaning: Leaning;
  readonly timer: StepTimer;
  /** What the receipt will be made of. */
  readonly facts: ReceiptFacts;
  /** Sentences for the reader that stand beside the answer, e.g. why the model gave none. */
  readonly notices: string[];
  /** Of the embedded engine; ends the step `retrieve` and begins `understand` when it is called first. */
  interpretation(): AsyncGenerator<AnswerEvent, Interpretation>;
}

/** `statement` goes on to the guard and the database; `over` is an answer already, e.g. a question back. */
export type Found =
  | { readonly kind: 'statement'; readonly statement: AnswerStatement }
  | { readonly kind: 'over'; readonly answered: AnsweredQuestion };

/** A way to come to a statement; null leaves it to the next one. */
export type Way = (run: AnswerRun) => AsyncGenerator<AnswerEvent, Found | null>;
