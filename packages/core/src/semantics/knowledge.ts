import type { Language, SemanticEntryBody, VerifiedQuestionId } from '@majed-vanna/contract';

/** What is known of a source beside its model: for the search, the model's prompt and the reuse of confirmed questions. */
export interface Knowledge {
  readonly glossary: readonly GlossaryTerm[];
  readonly passages: readonly DocumentPassage[];
  /** Confirmed by a reviewer; drafts never stand here. */
  readonly verified: readonly VerifiedPair[];
}

export interface GlossaryTerm {
  readonly name: string;
  readonly words: SemanticEntryBody['body']['words'];
  readonly description: string | null;
}

/** A piece of a document, short enough to be found and shown whole. */
export interface DocumentPassage {
  /** Unique within the source, the same as long as the document is. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface VerifiedPair {
  readonly id: VerifiedQuestionId;
  readonly question: string;
  readonly language: Language;
  readonly sql: string;
  /** ISO day that relative periods of the question are counted from; unknown when absent. */
  readonly asOf?: string | null;
}
