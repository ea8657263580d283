import type { Cell, Language, ResultColumn } from '@majed-vanna/contract';
import type { SemanticModel, Words } from '@majed-vanna/nlq';
import type { GuardVerdict } from '@majed-vanna/sql';

/** More labels than that are no help on a screen. */
const MAX_LABELS = 200;

type Labels = Readonly<Record<string, string>>;
/** From the values that were read, and whether more of them follow. */
export type LabelsFor = (values: readonly Cell[], more: boolean) => Labels | null;

/** Per output column, what the values that occur are called in the language; null where the layer has no words. */
export function valueLabels(
  { figures, injections }: Pick<Extract<GuardVerdict, { verdict: 'allow' }>, 'figures' | 'injections'>,
  { tables }: Pick<SemanticModel, 'tables'>,
  language: Language,
): (LabelsFor | null)[] {
  return figures.map((figure) => {
    const reference = figure?.kind === 'column' ? figure.column : null;
    const table = reference && tables.find(({ schema, name }) => schema === reference.schema && name === reference.table);
    const column = table?.columns.find(({ name }) => name === reference?.column);
    if (!column?.valueWords || column.masked || column.kind !== 'text') return null;
    const words = new Map(Object.entries(column.valueWords));
    // Rows that are read later have names too; where rows are filtered, a name would tell of a value that is not to be seen.
    const open = injections.rowFilters.length === 0;
    return (values, more) => labelsOf(more && open ? [...values, ...words.keys()] : values, words, language);
  });
}

function labelsOf(values: readonly Cell[], words: ReadonlyMap<string, Words>, language: Language): Labels | null {
  const texts = [...new Set(values.filter((value) => typeof value === 'string'))];
  const readAs = texts.map((value) => words.get(value)?.[language]?.[0] ?? value);
  // Two values that would read the same stay apart.
  const times = new Map<string, number>();
  for (const label of readAs) times.set(label, (times.get(label) ?? 0) + 1);
  const labels = texts.flatMap((value, i) => {
    const label = readAs[i] ?? value;
    return label !== value && times.get(label) === 1 ? [[value, label] as const] : [];
  });
  return labels.length === 0 ? null : Object.fromEntries(labels.slice(0, MAX_LABELS));
}

/** Rows as a person reads them. */
export function labelledRows(columns: readonly ResultColumn[], rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const maps = columns.map(({ labels }) => (labels ? new Map(Object.entries(labels)) : null));
  if (maps.every((map) => map === null)) return rows;
  return rows.map((row) => row.map((value, i) => (typeof value === 'string' ? (maps[i]?.get(value) ?? value) : value)));
}
