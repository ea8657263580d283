import { tidyWords, type Words } from './layer-body.ts';

/** A stored value and what it is called, while it is edited. */
export interface ValueName {
  readonly id: number;
  readonly value: string;
  readonly words: Words;
}

let nextId = 0;

export function newValueName(value = '', words: Words = {}): ValueName {
  return { id: nextId++, value, words };
}

export function toValueNames(values: Readonly<Record<string, Words>>): ValueName[] {
  return Object.entries(values).map(([value, words]) => newValueName(value, words));
}

/** Lines without a value or without a name say nothing. */
export function fromValueNames(names: readonly ValueName[]): Record<string, Words> {
  const named = names.map(({ value, words }) => [value, tidyWords(words)] as const);
  return Object.fromEntries(named.filter(([value, words]) => value !== '' && Object.keys(words).length > 0));
}
