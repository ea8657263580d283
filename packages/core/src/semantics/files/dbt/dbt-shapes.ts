import { z } from 'zod';

/** Only what is read of dbt's artifacts (https://schemas.getdbt.com, manifest v12, and MetricFlow's semantic manifest). */
const text = z.string().nullish();
const meta = z
  .looseObject({ label: z.string().optional(), synonyms: z.array(z.string()).optional() })
  .nullish()
  .catch(null);
const configured = { meta, config: z.looseObject({ meta }).nullish().catch(null) };
const relation = z.looseObject({ alias: text, schema_name: text });

const column = z.looseObject({ name: z.string(), description: text, ...configured });
const columns = z.union([z.record(z.string(), column), z.array(column)]).nullish();

export const dbtModel = z.looseObject({
  name: z.string(),
  alias: text,
  identifier: text,
  schema: text,
  description: text,
  columns,
  ...configured,
});
export type DbtModel = z.infer<typeof dbtModel>;

export const dbtRelationship = z.looseObject({
  resource_type: z.literal('test'),
  test_metadata: z.looseObject({
    name: z.literal('relationships'),
    kwargs: z.looseObject({ to: z.string(), field: z.string(), column_name: text }),
  }),
  column_name: text,
  attached_node: text,
  depends_on: z.looseObject({ nodes: z.array(z.string()).nullish() }).nullish(),
});
export type DbtRelationship = z.infer<typeof dbtRelationship>;

const expr = z.union([z.string(), z.number(), z.boolean()]).transform(String).nullish();
const element = { name: z.string(), description: text, label: text, expr };
const filter = z
  .union([
    z.string().transform((one) => [one]),
    z.array(z.string()),
    z
      .looseObject({ where_filters: z.array(z.looseObject({ where_sql_template: z.string() })) })
      .transform((all) => all.where_filters.map((one) => one.where_sql_template)),
  ])
  .nullish();
export const semanticModel = z.looseObject({
  name: z.string(),
  description: text,
  label: text,
  /** `ref('orders')` in YAML. */
  model: text,
  node_relation: relation.nullish(),
  defaults: z.looseObject({ agg_time_dimension: text }).nullish(),
  primary_entity: text,
  entities: z.array(z.looseObject({ ...element, type: z.string() })).nullish(),
  dimensions: z.array(z.looseObject({ ...element, type: z.string() })).nullish(),
  measures: z
    .array(
      z.looseObject({
        ...element,
        agg: z.string(),
        agg_time_dimension: text,
        non_additive_dimension: z.unknown().optional(),
        agg_params: z.looseObject({ percentile: z.number().nullish() }).nullish(),
      }),
    )
    .nullish(),
});
export type DbtSemanticModel = z.infer<typeof semanticModel>;

const input = z.union([
  z.string().transform((name) => ({ name })),
  z.looseObject({ name: z.string(), filter, alias: text, offset_window: z.unknown().optional(), offset_to_grain: z.unknown().optional() }),
]);
export const dbtMetric = z.looseObject({
  name: z.string(),
  description: text,
  label: text,
  type: z.string(),
  filter,
  type_params: z
    .looseObject({
      measure: input.nullish(),
      numerator: input.nullish(),
      denominator: input.nullish(),
      expr,
      metrics: z.array(input).nullish(),
    })
    .nullish(),
});
export type DbtMetric = z.infer<typeof dbtMetric>;

const many = <T extends z.ZodType>(item: T) => z.union([z.record(z.string(), item), z.array(item)]).nullish();
/** Nodes are looked at one by one: most of a manifest is of no interest here. */
export const dbtFile = z.looseObject({
  nodes: z.record(z.string(), z.unknown()).nullish(),
  sources: z.record(z.string(), z.unknown()).nullish(),
  models: z.array(z.unknown()).nullish(),
  semantic_models: many(z.unknown()),
  metrics: many(z.unknown()),
});
export type DbtFile = z.infer<typeof dbtFile>;

export const listed = (of: Record<string, unknown> | unknown[] | null | undefined): unknown[] =>
  Array.isArray(of) ? of : Object.values(of ?? {});
