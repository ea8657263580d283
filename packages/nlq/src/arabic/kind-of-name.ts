/** What words name: things that are counted, a figure of the layer, a column that is added up or one of levels; null for anything else. */
export type KindOf = (words: readonly string[]) => 'thing' | 'figure' | 'sum' | 'level' | null;

export const isColumnKind = (kind: ReturnType<KindOf>) => kind === 'sum' || kind === 'level';
