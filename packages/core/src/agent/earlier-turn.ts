/** An answered question of the conversation, as far as a follow-up may need it. */
export interface EarlierTurn {
  readonly question: string;
  readonly sql: string;
  /** Its author might see values of the data: the embedded engine, a person, or a model that was shown them. */
  readonly mayHoldValues: boolean;
  readonly columns: readonly string[];
  readonly rows: number;
}
