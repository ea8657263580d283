import type { SemanticTable } from '@majed-vanna/nlq';
import { keyOf, type VisibleModel } from './visible-model.ts';

/** Weights of where a word was found. */
const IN_NAME = 3;
const IN_WORDS = 3;
const IN_COLUMN = 1;
const IN_COMMENT = 0.5;
const MIN_LENGTH = 2;

/** Tables by how much of the query they name, best first; those that name nothing of it come last, in the model's order. */
export function rankTables({ tables, metrics }: VisibleModel, query: string): SemanticTable[] {
  const wanted = [...new Set(wordsOf(query))];
  return tables
    .map((table) => ({ table, score: wanted.reduce((sum, word) => sum + scoreOf(word, table), 0) + metricScore(table) }))
    .sort((a, b) => b.score - a.score)
    .map(({ table }) => table);

  function metricScore(table: SemanticTable): number {
    const own = metrics.filter((metric) => metric.table === keyOf(table));
    const named = new Set(own.flatMap(({ name, words, description }) => wordsOf([name, ...spoken(words), description ?? ''].join(' '))));
    return wanted.filter((word) => named.has(word)).length * IN_WORDS;
  }
}

function scoreOf(word: string, { name, words, comment, columns }: SemanticTable): number {
  const holds = (text: string) => wordsOf(text).includes(word);
  if (holds(name)) return IN_NAME;
  if (spoken(words).some(holds)) return IN_WORDS;
  if (columns.some((column) => holds(column.name) || spoken(column.words).some(holds))) return IN_COLUMN;
  return holds(comment ?? '') ? IN_COMMENT : 0;
}

function spoken({ en = [], ar = [] }: SemanticTable['words']): readonly string[] {
  return [...en, ...ar];
}

/** Lower case, without plural endings and the Arabic article. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .map((word) => word.replace(/^ال/, '').replace(/(?<=\w{3})s$/, ''))
    .filter((word) => word.length >= MIN_LENGTH);
}
