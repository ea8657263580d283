/** Statements that have a list and an editor of their own. */
export const ENTRY_KINDS = ['metric', 'dimension', 'join', 'glossary'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
