/** A word, number, quoted text or mark of the question; `start` and `end` are positions in the text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'quoted' | 'mark';
  readonly text: string;
  /** Lower case, letter forms normalised. */
  readonly norm: string;
  readonly stem: string;
  readonly value: number | null;
  readonly capital: boolean;
  /** Read as a word it is not spelt like. */
  readonly misspelt?: boolean;
  readonly start: number;
  readonly end: number;
}
