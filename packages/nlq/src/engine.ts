import type { Dialect, Language, UnderstoodPart } from '@majed-vanna/contract';
import type { Leaning } from './follow-up/leaning.ts';
import type { ValueMention } from './lexicon/values-in.ts';
import type { QueryPlan } from './plan.ts';
import type { SemanticModel } from './semantic-model.ts';

/** A prepared model: lexicon, value index and join graph are built once and asked often. */
export interface Engine {
  interpret(question: string, context: QuestionContext): Interpretation;
  /** Whether a question can be read without what was asked before it: "by channel" cannot. */
  leaning(question: string): Leaning;
  /** Questions this model can answer well, for an empty page. */
  suggest(language: Language, count: number): string[];
  /** Values of the data that a text speaks of. */
  values(text: string): ValueMention[];
}

export interface EngineOptions {
  /** Synonyms of an English word from a general thesaurus; the weakest evidence there is. */
  readonly thesaurus?: (word: string) => readonly string[];
}

export interface QuestionContext {
  /** ISO date that "this month" and "last year" are relative to. */
  readonly today: string;
  /** The plan before this question in the conversation, for "and by month?". */
  readonly previousPlan?: QueryPlan;
}

/** Answers, asks, or refuses; it never guesses. */
export type Interpretation =
  /** `goesOn`: the reading is the plan before, changed by the words. */
  | { readonly kind: 'answer'; readonly language: Language; readonly reading: Reading; readonly goesOn: boolean }
  | {
      readonly kind: 'ask';
      readonly language: Language;
      readonly prompt: string;
      /** The words ask for nothing of the data: nobody could answer them better. */
      readonly offersOnly?: true;
      readonly readings: readonly (Reading & { readonly label: string; readonly question: string })[];
    }
  | {
      readonly kind: 'refuse';
      readonly language: Language;
      readonly reason: string;
      readonly unknownWords: readonly string[];
      readonly suggestions: readonly string[];
    };

/** One way to read a question. */
export interface Reading {
  readonly plan: QueryPlan;
  readonly sql: string;
  readonly dialect: Dialect;
  /** 0 to 1, calibrated. */
  readonly confidence: number;
  /** The reading put back into words, in the question's language, terms with their definitions. */
  readonly understood: readonly UnderstoodPart[];
  /** Per output column, in order: how to label, format and draw it. */
  readonly outputs: readonly PlanOutput[];
}

export interface PlanOutput {
  readonly name: string;
  readonly label: string;
  readonly role: 'dimension' | 'time' | 'measure' | 'detail';
  readonly format: import('@majed-vanna/contract').NumberFormat | null;
  readonly currency: string | null;
}

export type CreateEngine = (model: SemanticModel, options?: EngineOptions) => Engine;
