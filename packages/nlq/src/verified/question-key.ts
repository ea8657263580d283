import { unifyDigits, unifyLetters } from '../arabic/letters.ts';

/** Marks that end or set apart, and say nothing; signs such as < and % do. */
const EDGES = /^[\p{Pi}\p{Pf}"'«»([{]+|[\p{Pi}\p{Pf}"'«»)\]}.,;:!?؟،؛…]+$/gu;

export interface QuestionWord {
  /** As typed. */
  readonly text: string;
  /** What words are compared by: case, letter forms, digits and marks at its edges do not count. */
  readonly norm: string;
  readonly start: number;
  readonly end: number;
}

export function questionWords(question: string): QuestionWord[] {
  return [...question.matchAll(/\S+/gu)].flatMap(({ 0: text, index }) => {
    const norm = unifyLetters(
      unifyDigits(
        text
          .normalize('NFKC')
          .replace(/\p{Cf}/gu, '')
          .toLowerCase(),
      ),
    ).replace(EDGES, '');
    return norm === '' ? [] : [{ text, norm, start: index, end: index + text.length }];
  });
}

/** Questions of one key are one question. */
export function questionKey(question: string): string {
  return questionWords(question)
    .map(({ norm }) => norm)
    .join(' ');
}
