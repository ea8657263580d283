import type { SemanticEntryBody } from '@majed-vanna/contract';
import { Document, isMap, isScalar, visit } from 'yaml';
import type { VerifiedPair } from '../knowledge.ts';

export const LAYER_FILE_VERSION = 1;

/** The sections of a file, in order, with the kind of entry that each holds. */
export const SECTIONS = { metrics: 'metric', dimensions: 'dimension', joins: 'join', glossary: 'glossary' } as const;

/** What an entry may leave out because it is so without being said. */
const DEFAULTS: Readonly<Record<string, unknown>> = { cardinality: 'many_to_one', rejected: false, valueKind: 'text' };

export interface LayerContent {
  readonly source: string;
  readonly semanticVersion: number;
  readonly entries: readonly SemanticEntryBody[];
  readonly verified: readonly VerifiedPair[];
}

/** One file for a source: the same layer always gives the same text, sorted by key, one thing per place, made to be compared. */
export function writeLayerYaml({ source, semanticVersion, entries, verified }: LayerContent): string {
  const sorted = entries.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const sections = Object.entries(SECTIONS).map(([section, kind]) => {
    const own = sorted.filter((entry) => entry.kind === kind);
    return [section, own.length > 0 ? Object.fromEntries(own.map(({ key, body }) => [key, written(body)])) : undefined] as const;
  });
  const tables = tablesOf(sorted);
  const file = new Document({
    version: LAYER_FILE_VERSION,
    ...(Object.keys(tables).length > 0 && { tables }),
    ...Object.fromEntries(sections.filter(([, content]) => content !== undefined)),
    ...(verified.length > 0 && { verifiedQuestions: verified.map(({ question, language, sql }) => ({ question, language, sql })) }),
  });
  file.commentBefore = ` The semantic layer of ${source.replaceAll(/\s+/g, ' ')}, version ${semanticVersion}.`;
  shortListsInOneLine(file);
  return file.toString({ lineWidth: 120, indentSeq: false });
}

function tablesOf(entries: readonly SemanticEntryBody[]): Record<string, Record<string, unknown>> {
  const tables: Record<string, Record<string, unknown>> = {};
  for (const { kind, key, body } of entries) if (kind === 'table') tables[key] = written(body);
  for (const { kind, key, body } of entries) {
    if (kind !== 'column') continue;
    const dot = key.lastIndexOf('.');
    const table = tables[key.slice(0, dot)] ?? {};
    tables[key.slice(0, dot)] = table;
    table.columns = { ...(table.columns ?? {}), [key.slice(dot + 1)]: written(body) };
  }
  return Object.fromEntries(Object.entries(tables).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Without what goes without saying; `words` stay, so that an entry is never nothing. */
function written(body: SemanticEntryBody['body']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) =>
        name === 'words' || !(value === null || DEFAULTS[name] === value || (typeof value === 'object' && Object.keys(value).length === 0)),
    ),
  );
}

function shortListsInOneLine(file: Document): void {
  visit(file, {
    Seq: (_key, list) => {
      if (list.items.every((item) => isScalar(item) && String(item.value).length < 60) && list.items.length < 12) list.flow = true;
    },
    Map: (_key, map) => {
      if (isMap(map) && map.items.length === 0) map.flow = true;
    },
  });
}
