import { z } from 'zod';
import { semanticChangeId, semanticVersionId } from './ids.ts';
import { ofSource, paged, pageOf, person } from './layer-shapes.ts';
import { changeOrigin } from './semantic-layer.ts';
import { columnMeaning, dimensionMeaning, glossaryMeaning, joinMeaning, metricMeaning, tableMeaning } from './semantics.ts';

function difference<K extends string, B extends z.ZodType>(kind: K, body: B) {
  return z.object({ kind: z.literal(kind), key: z.string(), before: body.nullable(), after: body.nullable() });
}
const differences = [
  difference('table', tableMeaning),
  difference('column', columnMeaning),
  difference('metric', metricMeaning),
  difference('dimension', dimensionMeaning),
  difference('join', joinMeaning),
  difference('glossary', glossaryMeaning),
] as const;
/** One thing before and after; null where it was or will not be there. */
export const layerDifference = z.discriminatedUnion('kind', differences);
export type LayerDifference = z.infer<typeof layerDifference>;

/** A change that waits for its publication, and what it changes. */
export const layerChange = z.object({
  id: semanticChangeId,
  difference: layerDifference,
  origin: changeOrigin,
  author: person,
  updatedAt: z.iso.datetime(),
});
export type LayerChange = z.infer<typeof layerChange>;

export const layerChanges = z.object({
  /** What is published now: say it when publishing. */ semanticVersion: z.int(),
  changes: z.array(layerChange),
});
export type LayerChanges = z.infer<typeof layerChanges>;

export const discardInput = z.object({ ...ofSource, ids: z.array(semanticChangeId).min(1).max(20_000) });

export const publishInput = z.object({
  ...ofSource,
  /** Absent: all that wait. */
  ids: z.array(semanticChangeId).min(1).max(20_000).optional(),
  note: z.string().trim().max(1_000).default(''),
  /** The version that the publisher looked at; `conflict` when another was published since. */
  expectedVersion: z.int().min(0),
});
export type PublishInput = z.output<typeof publishInput>;

export const layerVersionSummary = z.object({
  id: semanticVersionId,
  number: z.int(),
  note: z.string(),
  publishedBy: person,
  publishedAt: z.iso.datetime(),
  changeCount: z.int(),
});
export type LayerVersionSummary = z.infer<typeof layerVersionSummary>;
export const layerVersionsInput = z.object({ ...ofSource, page: paged.page, pageSize: paged.pageSize });
/** Newest first. */
export const layerVersions = pageOf(layerVersionSummary);
export type LayerVersions = z.infer<typeof layerVersions>;
export const layerVersionInput = z.object({ ...ofSource, number: z.int().min(1) });
export const layerVersion = layerVersionSummary.extend({ differences: z.array(layerDifference) });
export type LayerVersion = z.infer<typeof layerVersion>;
export const revertOutput = z.object({ /** Changes that wait now because of it. */ changes: z.int() });
