import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame } from './frame.ts';

/** Charts ask for rows or for groups: decides which, from what is to be drawn. */
export function shapeVisual(frame: Frame, prepared: PreparedModel): void {
  if (frame.visual === null && frame.groups.length === 0) return;
  const best = (mention: { elements: readonly { ref: { kind: string; table: number; column?: number } }[] } | null) => {
    const ref = mention?.elements[0]?.ref;
    return ref?.kind === 'column' && ref.column !== undefined ? prepared.tables[ref.table]?.columns[ref.column] : undefined;
  };
  const plain = frame.projections.filter((projection) => projection.kind === 'element' && projection.aggregate === null && projection.mention !== null);
  const aggregated = frame.projections.some((projection) => projection.kind === 'count' || projection.aggregate !== null);
  if (frame.visual === 'histogram' && !aggregated && plain.length >= 1 && frame.groups.length === 0) {
    frame.projections = frame.projections.filter((projection) => projection.kind !== 'entity');
    frame.projections.push({ kind: 'count', mention: null, aggregate: null, distinct: false, anchor: null });
    return;
  }
  if (aggregated || frame.visual === 'scatter') return;
  const numeric = plain.filter((projection) => best(projection.mention)?.type === 'number' && best(projection.mention)?.yearLike === false);
  const grouped = frame.groups.length > 0 || plain.length > numeric.length;
  if (numeric.length === 1 && grouped) {
    const [measured] = numeric;
    frame.projections = frame.projections.map((projection) => (projection === measured ? { ...projection, aggregate: 'avg' as const } : projection)).filter((projection) => projection.kind !== 'entity');
  }
}
