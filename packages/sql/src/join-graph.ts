import { type Analysis, createUses, type Uses } from './analysis.ts';
import { refuse } from './refuse.ts';
import { readExpression } from './resolve-expression.ts';
import { largerEstimate, type Relation, type Scope } from './scope.ts';
import { nodeOf } from './tree.ts';

type Link = readonly [Relation, Relation];

/** How much a source multiplies: a table may meet a few rows, and distinct values may meet distinct values. */
const WEIGHTS = { one: 0, few: 1, grouped: 2, large: 3 } as const;
const MAX_WEIGHT = 4;

/** Which sources of one FROM clause are tied to each other by conditions. */
export interface JoinGraph {
  /** Reads a condition and remembers what it ties. */
  readCondition(value: unknown, uses?: Uses): void;
  tie(relations: Iterable<Relation>): void;
  /** @throws GuardRefusal when sources of unbounded size are multiplied with each other */
  refuseCartesian(): void;
}

export function createJoinGraph(analysis: Analysis, scope: Scope): JoinGraph {
  const links: Link[] = [];
  const correlated = new Set<Relation>();
  return { readCondition, tie, refuseCartesian };

  function readCondition(value: unknown, uses: Uses = createUses()) {
    links.push(...linksOf(value, uses));
  }

  function linksOf(value: unknown, uses: Uses): Link[] {
    const node = nodeOf(value);
    if (node?.type === 'paren') return linksOf(node.body.this, uses);
    if (node?.type === 'and') return [...linksOf(node.body.left, uses), ...linksOf(node.body.right, uses)];
    if (node?.type === 'or') {
      const left = linksOf(node.body.left, uses);
      const right = linksOf(node.body.right, uses);
      return left.filter((link) => right.some((other) => other.includes(link[0]) && other.includes(link[1])));
    }
    scope.touched.clear();
    scope.touchedOutside = false;
    readExpression(value, scope, analysis, uses);
    const touched = [...scope.touched];
    if (scope.touchedOutside) for (const relation of touched) correlated.add(relation);
    return pairs(touched);
  }

  function tie(relations: Iterable<Relation>) {
    links.push(...pairs([...relations]));
  }

  function refuseCartesian() {
    const sources = scope.relations.filter((relation) => relation.rows !== 'one');
    const groups = groupsOf(sources, [...links, ...pairs([...correlated])]);
    const weights = groups.map((group) => WEIGHTS[group.map((relation) => relation.rows).reduce(largerEstimate)]);
    if (groups.length < 2 || weights.reduce<number>((sum, weight) => sum + weight, 0) <= MAX_WEIGHT) return;
    const names = groups.map((group) => group[0]?.alias ?? 'sub-query').join(', ');
    refuse(
      'cartesian_product',
      `Every row of one source would meet every row of another (${names}).`,
      names,
      'Join them on a condition, such as a shared key.',
    );
  }
}

function pairs(relations: readonly Relation[]): Link[] {
  return relations.slice(1).flatMap((relation, i): Link[] => {
    const previous = relations[i];
    return previous ? [[previous, relation]] : [];
  });
}

function groupsOf(sources: readonly Relation[], links: readonly Link[]): Relation[][] {
  const left = new Set(sources);
  const groups: Relation[][] = [];
  for (const first of sources) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      for (const [a, b] of links) {
        const other = a === member ? b : b === member ? a : null;
        if (other && left.delete(other)) group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}
