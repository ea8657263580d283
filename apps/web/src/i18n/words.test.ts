import { globSync, readFileSync } from 'node:fs';
import { ERROR_REASONS, ERRORS } from '@majed-vanna/contract';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { ar, reasons } from './ar/index.ts';
import { en } from './en/index.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const SPOKEN_ATTRIBUTES = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
  'text',
  'hint',
]);

type Words = { readonly [key: string]: string | Words };

function flatten(words: Words, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

const english = flatten(en);
const arabic = flatten(ar);
const keysOf = (entries: readonly [string, string][]) => [...new Set(entries.map(([key]) => key.replace(PLURAL, '')))].sort();

describe('the words of both languages', () => {
  it('have the same keys', () => {
    expect(keysOf(arabic)).toEqual(keysOf(english));
  });

  it('say something for every key', () => {
    expect([...english, ...arabic].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('fill in the same figures', () => {
    const figures = (entries: readonly [string, string][]) =>
      new Map(
        entries
          .filter(([key]) => !PLURAL.test(key))
          .map(([key, text]) => [key, [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()]),
      );
    expect(Object.fromEntries(figures(arabic))).toEqual(Object.fromEntries(figures(english)));
  });

  it('spell the tanween of alef in one way: after it', () => {
    expect(flatten({ ...ar, reasons }).filter(([, text]) => text.includes('\u064B\u0627'))).toEqual([]);
  });

  it('fill what the server finds wrong with what the server gives', () => {
    const figures = (words: Words) =>
      Object.entries(words).map(([key, text]) => [
        key,
        ...new Set([...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()),
      ]);
    expect(figures(reasons)).toEqual(figures(ERROR_REASONS));
  });

  it.each([
    ['en', english],
    ['ar', arabic],
  ] as const)('count in every form that %s has', (language, entries) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.map(String).sort();
    const plurals = Map.groupBy(
      entries.map(([key]) => key).filter((key) => PLURAL.test(key)),
      (key) => key.replace(PLURAL, ''),
    );
    for (const [key, keys] of plurals) expect([key, keys.map((name) => PLURAL.exec(name)?.[1]).sort()]).toEqual([key, forms]);
  });

  it('title every error that can cross the wire', () => {
    expect(Object.keys(ERRORS).filter((code) => !(code in en.errors))).toEqual([]);
  });
});

describe('components', () => {
  const files = globSync('src/**/*.tsx', { cwd: new URL('../..', import.meta.url) }).filter((file) => !file.endsWith('.test.tsx'));

  it('are found', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it.each(files)('%s says nothing of its own', (file) => {
    const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    expect(hardCodedText(parseAst(source, { lang: 'tsx' }))).toEqual([]);
  });

  it('would be caught saying something', () => {
    const source = 'const a = <p title="Close">{"Yes"} No {t("x")} <b>·</b></p>;';
    expect(hardCodedText(parseAst(source, { lang: 'tsx' }))).toEqual(['Close', 'Yes', 'No']);
  });
});

/** Text between tags and in attributes that are read out; signs and key names without letters pass. */
function hardCodedText(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(hardCodedText);
  if (node === null || typeof node !== 'object') return [];
  const { type } = node as { type?: unknown };
  const own: string[] = [];
  if (type === 'JSXText') own.push(field(node, 'value'));
  if (type === 'JSXExpressionContainer') own.push(literal(Reflect.get(node, 'expression')));
  if (type === 'JSXAttribute') {
    const name = field(Reflect.get(node, 'name'), 'name');
    if (!SPOKEN_ATTRIBUTES.has(name)) return hardCodedText(nonLiteral(Reflect.get(node, 'value')));
    own.push(literal(Reflect.get(node, 'value')));
  }
  const children = Object.entries(node).flatMap(([, value]) => hardCodedText(value));
  return [...own.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text)), ...children];
}

function literal(node: unknown): string {
  return node !== null && typeof node === 'object' && Reflect.get(node, 'type') === 'Literal' ? field(node, 'value') : '';
}

/** An attribute that nobody reads may hold any literal; what it computes is looked at. */
function nonLiteral(node: unknown): unknown {
  if (node === null || typeof node !== 'object') return null;
  const inner = Reflect.get(node, 'type') === 'JSXExpressionContainer' ? Reflect.get(node, 'expression') : node;
  return inner !== null && typeof inner === 'object' && Reflect.get(inner, 'type') === 'Literal' ? null : inner;
}

function field(node: unknown, name: string): string {
  const value: unknown = node !== null && typeof node === 'object' ? Reflect.get(node, name) : undefined;
  return typeof value === 'string' ? value : '';
}
