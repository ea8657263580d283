/** An answered question of the conversation, as far as a follow-up may need it. */
export interface EarlierTurn {
  readonly question: string;
  readonly sql: string;
  /** A model wrote it; one of the embedded engine may hold values that it looked up in the data. */
  readonly ofModel: boolean;
  readonly columns: readonly string[];
  readonly rows: number;
}
