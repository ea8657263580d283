import type { Language } from '@majed-vanna/contract';
import type { SemanticModel } from '@majed-vanna/nlq';

type SemanticTable = SemanticModel['tables'][number];

const MAX_DIMENSION_VALUES = 20;

export interface NearbyDimension {
  readonly column: string;
  /** As people call it. */
  readonly name: string;
}

/** Columns of a table with few values, by which figures may be broken down. */
export function dimensionsOf(table: SemanticTable, language: Language): NearbyDimension[] {
  return table.columns.flatMap((column) => {
    const name = column.words[language]?.[0];
    const few = column.values !== null && column.values.length > 1 && column.values.length <= MAX_DIMENSION_VALUES;
    // `city_ar` is the city once more, in Arabic letters.
    const again = table.columns.some((other) => other !== column && column.name.toLowerCase() === `${other.name.toLowerCase()}_ar`);
    return few && !again && !column.masked && name ? [{ column: column.name, name }] : [];
  });
}

/** "Region" within a sentence; abbreviations stay as they are. */
export const withinSentence = (name: string): string => name.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
