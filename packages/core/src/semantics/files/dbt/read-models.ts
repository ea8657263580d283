import type { TableSnapshot } from '@majed-vanna/contract';
import type { DbtCollector } from './dbt-collector.ts';
import { type DbtFile, type DbtModel, type DbtRelationship, dbtModel, dbtRelationship } from './dbt-shapes.ts';

type Models = Map<string, { model: DbtModel; table: TableSnapshot }>;

/** Descriptions and labels of models and sources, and their tests of relationships as joins. */
export function readModels(file: DbtFile, into: DbtCollector): void {
  const models: Models = new Map();
  const named = [...Object.entries(file.nodes ?? {}), ...Object.entries(file.sources ?? {})].filter(([id]) =>
    /^(model|seed|snapshot|source)\./.test(id),
  );
  const written = (file.models ?? []).map((model, position): [string, unknown] => [`models[${position}]`, model]);
  for (const [id, node] of [...named, ...written]) readModel(id, node);
  for (const [id, node] of Object.entries(file.nodes ?? {})) {
    const test = dbtRelationship.safeParse(node);
    if (test.success) readRelationship(id, test.data);
  }

  function readModel(id: string, node: unknown): void {
    const parsed = dbtModel.safeParse(node);
    if (!parsed.success) {
      into.leaveOut(id, 'It does not have the shape of a model.');
      return;
    }
    const model = parsed.data;
    const name = model.identifier ?? model.alias ?? model.name;
    const table = into.tableNamed(model.schema, name);
    if (!table) {
      into.leaveOut(id, `There is no table ${[model.schema, name].filter(Boolean).join('.')} in this data source.`);
      return;
    }
    models.set(id, { model, table });
    into.describeTable(id, table, { ...labelled(model), description: model.description });
    const columns = Array.isArray(model.columns) ? model.columns : Object.values(model.columns ?? {});
    for (const column of columns) {
      const found = table.columns.find(({ name: own }) => own.toLowerCase() === column.name.toLowerCase());
      const path = `${id}.columns.${column.name}`;
      if (found) into.describeColumn(path, table, found.name, { ...labelled(column), description: column.description });
      else into.leaveOut(path, `There is no column ${column.name} in ${table.name}.`);
    }
  }

  function readRelationship(id: string, { test_metadata: { kwargs }, column_name, attached_node, depends_on }: DbtRelationship): void {
    const target = /(?:ref|source)\(.*?'([^']+)'\s*(?:,\s*v(?:ersion)?\s*=.*)?\)$/.exec(kwargs.to.replaceAll('"', "'"))?.[1];
    const linked = depends_on?.nodes ?? [];
    const to = [...models].find(([node, { model }]) => model.name === target && (linked.length === 0 || linked.includes(node)))?.[1].table;
    const from = models.get(attached_node ?? linked.find((node) => models.get(node)?.model.name !== target) ?? '')?.table;
    const near = kwargs.column_name ?? column_name;
    if (from && to && near) into.addJoin(id, from, near, to, kwargs.field);
    else into.leaveOut(id, 'One of its tables is not in this data source.');
  }
}

function labelled({ meta, config }: Pick<DbtModel, 'meta' | 'config'>) {
  const label = config?.meta?.label ?? meta?.label;
  const synonyms = config?.meta?.synonyms ?? meta?.synonyms;
  return { ...(label ? { label } : {}), ...(synonyms ? { synonyms } : {}) };
}
