import { stemOf } from './lexicon/stem.ts';
import type { SemanticColumn, SemanticModel, SemanticTable, Words } from './semantic-model.ts';

type Computed = NonNullable<SemanticColumn['computed']>;

/**
 * The model with its dimensions and conditions as columns of their tables, so that all that can be asked of a column can be
 * asked of them: grouped by, filtered by, listed, negated. A condition is a column of yes and no.
 */
export function withComputedColumns(model: SemanticModel): SemanticModel {
  const { dimensions = [], conditions = [] } = model;
  if (dimensions.length === 0 && conditions.length === 0) return model;
  return {
    ...model,
    tables: model.tables.map((table) => {
      const own = (item: { readonly table: string }) => item.table.toLowerCase() === `${table.schema}.${table.name}`.toLowerCase();
      const computed = [
        ...dimensions.filter(own).map((item) => columnOf(item, item.kind, item.words, { from: 'dimension', expression: item.expression })),
        ...conditions
          .filter(own)
          .map((item) => columnOf(item, 'boolean', ofTheRow(item.words, table), { from: 'condition', expression: item.filter })),
      ];
      const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()));
      return {
        ...table,
        columns: [...table.columns, ...computed.filter((column) => !taken.has(column.name.toLowerCase()) && usable(column, table))],
      };
    }),
  };
}

function columnOf(
  item: { readonly name: string; readonly description: string | null },
  kind: SemanticColumn['kind'],
  words: Words,
  computed: Computed,
): SemanticColumn {
  return {
    name: item.name,
    kind,
    nativeType: '',
    comment: item.description,
    words,
    values: kind === 'text' ? outcomesOf(computed.expression) : null,
    range: null,
    format: null,
    currency: null,
    masked: false,
    computed,
  };
}

/** Texts that a CASE can come to; null when it may come to others. */
function outcomesOf(expression: string): readonly string[] | null {
  if (!/^\s*case\b/i.test(expression)) return null;
  const branches = expression.match(/\b(?:then|else)\b/gi)?.length ?? 0;
  const texts = [...expression.matchAll(/\b(?:then|else)\s+'((?:[^']|'')*)'/gi)].map((match) => (match[1] ?? '').replaceAll("''", "'"));
  return texts.length > 0 && texts.length === branches ? [...new Set(texts)] : null;
}

/** What is worked out from a column that is masked or gone cannot be read. */
function usable({ computed }: SemanticColumn, { columns }: SemanticTable): boolean {
  const named = [...(computed?.expression ?? '').matchAll(/\{([^}]+)\}/g)].map((match) => match[1]?.toLowerCase());
  return named.every((name) => columns.some((column) => column.name.toLowerCase() === name && !column.masked));
}

/** "late order" says of orders that they are late. */
function ofTheRow(words: Words, table: SemanticTable): Words {
  const names = [table.name, ...(table.words.en ?? []), ...(table.words.ar ?? []), table.plural?.en ?? '', table.plural?.ar ?? ''];
  const own = new Set(names.flatMap((name) => name.toLowerCase().split(/[\s_]+/)).map(stemOf));
  const rest = (way: string) => {
    const kept = way.split(/\s+/).filter((word) => !own.has(stemOf(word.toLowerCase())));
    return kept.length > 0 ? kept.join(' ') : way;
  };
  return { ...(words.en ? { en: words.en.map(rest) } : {}), ...(words.ar ? { ar: words.ar.map(rest) } : {}) };
}
