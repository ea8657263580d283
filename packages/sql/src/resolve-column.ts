import type { ColumnReference } from '@majed-vanna/contract';
import { type Analysis, claim, recordColumn } from './analysis.ts';
import { fold } from './fold.ts';
import { nearestName } from './nearest-name.ts';
import { refuse } from './refuse.ts';
import { mergeSources, type OutputColumn, type Relation, type Scope } from './scope.ts';
import type { Name } from './tree.ts';

/** Finds what a column name means. @throws GuardRefusal when it is unknown, hidden, ambiguous or a whole row */
export function resolveColumn(analysis: Analysis, scope: Scope, name: Name, table: Name | null): OutputColumn {
  const found = table ? findQualified(analysis, scope, name, table) : findBare(analysis, scope, name);
  claim(analysis, name);
  for (const source of found.sources) recordColumn(analysis, source);
  return found;
}

/** `schema.table.column`: valid for a table that is spoken of by its own name. Null when it is nothing of the sort. */
export function resolveWithSchema(analysis: Analysis, scope: Scope, schema: Name, table: Name, column: Name): OutputColumn | null {
  for (let at: Scope | null = scope; at; at = at.parent) {
    const relation = at.relations.find(
      (candidate) =>
        candidate.underOwnName &&
        candidate.alias === fold(table.text) &&
        candidate.base &&
        fold(candidate.base.schema) === fold(schema.text),
    );
    if (!relation) continue;
    claim(analysis, schema);
    analysis.removals.push({ start: schema.start, end: table.start });
    return resolveColumn(analysis, scope, column, table);
  }
  return null;
}

function findQualified(analysis: Analysis, scope: Scope, name: Name, table: Name): OutputColumn {
  const wanted = fold(table.text);
  for (let at: Scope | null = scope; at; at = at.parent) {
    const relation = at.relations.find((candidate) => candidate.alias === wanted);
    if (!relation) continue;
    claim(analysis, table);
    touch(scope, at, relation);
    const column = relation.columns.find((candidate) => fold(candidate.name) === fold(name.text));
    if (column) return column;
    if (relation.open) return { name: name.text, sources: mergeSources(relation.columns.map((each) => each.sources)), masked: false };
    return refuseUnknown(analysis, [relation], name, table);
  }
  if (analysis.rules.structs) {
    const struct = resolveColumn(analysis, scope, table, null);
    return { name: name.text, sources: struct.sources, masked: struct.masked };
  }
  return refuse(
    'unknown_column',
    `Nothing here is called ${table.text}.`,
    `${table.text}.${name.text}`,
    hintFrom(table.text, aliasesOf(scope)),
  );
}

function findBare(analysis: Analysis, scope: Scope, name: Name): OutputColumn {
  const wanted = fold(name.text);
  for (let at: Scope | null = scope; at; at = at.parent) {
    if (at.parameters.has(wanted)) return { name: name.text, sources: [], masked: false };
    const alias = at.aliases.get(wanted);
    const owners = at.relations.filter((relation) => relation.columns.some((column) => fold(column.name) === wanted));
    if (owners.length > 1 && !alias && !at.merged.has(wanted)) refuseAmbiguous(name, owners);
    // Where an alias and a column share a name, databases differ in which one wins: both must be fit for the use.
    const meanings = [
      ...owners.flatMap((relation) => relation.columns.filter((column) => fold(column.name) === wanted)),
      ...(alias ? [alias] : []),
    ];
    for (const relation of owners) touch(scope, at, relation);
    const [only] = meanings;
    if (only && meanings.length === 1) return only;
    if (meanings.length > 0)
      return {
        name: meanings[0]?.name ?? name.text,
        sources: mergeSources(meanings.map((each) => each.sources)),
        masked: meanings.some((each) => each.masked),
      };
    const row = at.relations.find((relation) => relation.alias === wanted);
    if (row?.open === 'fields') {
      touch(scope, at, row);
      return { name: name.text, sources: mergeSources(row.columns.map((each) => each.sources)), masked: false };
    }
    if (row) {
      refuse('unknown_syntax', `${name.text} is a whole row; name the columns you need.`, name.text, `Write ${name.text}.column.`);
    }
  }
  const relations = relationsOf(scope);
  const open = relations.find((relation) => relation.open === 'any');
  if (open) return { name: name.text, sources: mergeSources(open.columns.map((each) => each.sources)), masked: false };
  return refuseUnknown(analysis, relations, name, null);
}

function touch(from: Scope, at: Scope, relation: Relation) {
  at.touched.add(relation);
  for (let scope: Scope | null = from; scope && scope !== at; scope = scope.parent) scope.touchedOutside = true;
}

function refuseAmbiguous(name: Name, owners: readonly Relation[]): never {
  const choices = owners.map((relation) => `${relation.alias ?? '?'}.${name.text}`).join(' or ');
  refuse('ambiguous_column', `${name.text} could be a column of several tables.`, name.text, `Write ${choices}.`);
}

function refuseUnknown(analysis: Analysis, relations: readonly Relation[], name: Name, table: Name | null): never {
  const written = table ? `${table.text}.${name.text}` : name.text;
  const hidden = relations.some((relation) => relation.base?.hidden.has(fold(name.text)));
  if (hidden) refuse('hidden_column', `The column ${written} may not be read.`, written, 'Leave it out.');
  if (analysis.rules.pseudoColumns.has(fold(name.text)))
    refuse('hidden_column', `The system column ${written} may not be read.`, written, "Use the table's own columns.");
  const quoted = !table && analysis.tokenAt.get(name.start)?.kind === 'quoted';
  const known = relations.flatMap((relation) => relation.columns.map((column) => column.name));
  const hint = hintFrom(name.text, known);
  refuse(
    'unknown_column',
    `There is no column ${written} here.`,
    written,
    quoted ? `${hint ?? ''} Text goes into single quotes.`.trim() : hint,
  );
}

function hintFrom(name: string, known: readonly string[]): string | null {
  const nearest = nearestName(name, known);
  if (nearest) return `Did you mean ${nearest}?`;
  return known.length > 0 ? `Known here: ${[...new Set(known)].slice(0, 12).join(', ')}.` : null;
}

function relationsOf(scope: Scope): Relation[] {
  const relations: Relation[] = [];
  for (let at: Scope | null = scope; at; at = at.parent) relations.push(...at.relations);
  return relations;
}

function aliasesOf(scope: Scope): string[] {
  return relationsOf(scope).flatMap((relation) => (relation.alias ? [relation.alias] : []));
}

/** The policy's column behind a name of a base table. */
export function referenceOf(table: { readonly schema: string; readonly name: string }, column: string): ColumnReference {
  return { schema: table.schema, table: table.name, column };
}
