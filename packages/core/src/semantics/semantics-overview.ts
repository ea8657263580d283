import type { Language, SemanticsOverview } from '@majed-vanna/contract';
import type { SemanticModel } from '@majed-vanna/nlq';

type Words = SemanticModel['tables'][number]['words'];

/** The model in names that people read, in the asked-for language where it has any. */
export function overviewOf(model: SemanticModel, language: Language): SemanticsOverview {
  const labelOf = (words: Words, name: string) => words[language]?.[0] ?? words.en?.[0] ?? name;
  return {
    tables: model.tables.map(({ schema, name, words, comment, rowEstimate, columns }) => ({
      schema,
      name,
      label: labelOf(words, name),
      comment,
      rowEstimate,
      columns: columns.map((column) => ({
        name: column.name,
        label: labelOf(column.words, column.name),
        kind: column.kind,
        comment: column.comment,
      })),
    })),
    metrics: model.metrics.map(({ name, words, description, expression }) => ({
      name,
      label: labelOf(words, name),
      description,
      expression,
    })),
  };
}
