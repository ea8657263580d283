/** A turn of the conversation, as far as a follow-up may need it. */
export type EarlierTurn = AnsweredTurn | AskedBack;

export interface AnsweredTurn {
  readonly kind: 'answered';
  readonly question: string;
  readonly sql: string;
  /** Its author might see values of the data: the embedded engine, a person, or a model that was shown them. */
  readonly mayHoldValues: boolean;
  readonly columns: readonly string[];
  readonly rows: number;
}

/** A model asked back, and what is said now replies to it. */
export interface AskedBack {
  readonly kind: 'asked';
  readonly question: string;
  readonly prompt: string;
  readonly mayHoldValues: boolean;
}
