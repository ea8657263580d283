import type { Language, LayerThing, SemanticEntryBody } from '@majed-vanna/contract';
import type { BadgeState } from '../../components/ui/state-badge.tsx';

export type Kind = LayerThing['kind'];
export type ThingOf<K extends Kind> = Extract<LayerThing, { kind: K }>;
export type BodyOf<K extends Kind> = Extract<SemanticEntryBody, { kind: K }>['body'];
export type Words = BodyOf<'table'>['words'];

export const NO_WORDS: { readonly words: Words; readonly description: null } = { words: {}, description: null };

/** What an editor starts with: what waits, else what holds, else the draft. */
export function bodyOf<K extends Kind>(thing: ThingOf<K>): BodyOf<K> | null {
  const { published, draft, change } = thing;
  // The parts of one thing are of one kind.
  return ((change ? change.body : null) ?? published ?? draft) as BodyOf<K> | null;
}

/** Only the automatic draft says it. */
export function isGuess({ origin, published, draft, change }: LayerThing): boolean {
  return origin === 'guess' && published === null && draft !== null && change === null;
}

export function statesOf(thing: LayerThing): BadgeState[] {
  const { origin, published, draft, change, stale } = thing;
  const states: BadgeState[] = [];
  if (stale) states.push('stale');
  if (change) states.push(change.body === null ? 'removed' : 'pending');
  else if (published !== null) states.push(origin === 'imported' ? 'imported' : 'confirmed');
  else if (draft !== null) states.push(origin === 'declared' ? 'declared' : 'guess');
  return states;
}

/** What a thing is called in a language, else in the other one, else by its key. */
export function nameOf(words: Words | undefined, language: Language, key: string): string {
  const other = language === 'ar' ? 'en' : 'ar';
  return words?.[language]?.[0] ?? words?.[other]?.[0] ?? key;
}

/** Without what was left empty. */
export function tidyWords({ en, ar }: Words): Words {
  const tidy = (list: readonly string[] | undefined) => (list ?? []).map((word) => word.trim()).filter((word) => word !== '');
  const [english, arabic] = [tidy(en), tidy(ar)];
  return { ...(english.length > 0 ? { en: english } : {}), ...(arabic.length > 0 ? { ar: arabic } : {}) };
}

/** A metric or term needs a key of its own, made from its first name. */
export function keyFrom(words: Words): string {
  const name = words.en?.[0] ?? words.ar?.[0] ?? '';
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 100);
}
