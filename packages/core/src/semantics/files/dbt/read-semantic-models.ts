import type { TableSnapshot } from '@majed-vanna/contract';
import { tableKey } from '../../layer/schema-index.ts';
import type { DbtCollector } from './dbt-collector.ts';
import { type DbtFile, type DbtSemanticModel, listed, semanticModel } from './dbt-shapes.ts';
import { columnOf, markColumns } from './mark-columns.ts';

/** A semantic model with the table that it describes. */
export interface ModelledTable {
  readonly model: DbtSemanticModel;
  readonly table: TableSnapshot;
}

/** Entities as joins, dimensions as columns or dimensions; gives the models for the metrics that stand on them. */
export function readSemanticModels(file: DbtFile, into: DbtCollector): ModelledTable[] {
  const modelled = listed(file.semantic_models).flatMap((given, position) => {
    const parsed = semanticModel.safeParse(given);
    if (!parsed.success) {
      into.leaveOut(`semantic_models[${position}]`, 'It does not have the shape of a semantic model.');
      return [];
    }
    const { name, model, node_relation } = parsed.data;
    const table = into.tableNamed(node_relation?.schema_name, node_relation?.alias ?? /'([^']+)'\s*\)$/.exec(model ?? '')?.[1] ?? name);
    if (!table) into.leaveOut(`semantic_models.${name}`, 'Its table is not in this data source.');
    return table ? [{ model: parsed.data, table }] : [];
  });
  for (const { model, table } of modelled) {
    const path = `semantic_models.${model.name}`;
    into.describeTable(path, table, { label: model.label, description: model.description });
    readDimensions(path, model, table);
    readJoins(path, model, table);
  }
  return modelled;

  function readDimensions(path: string, { dimensions }: DbtSemanticModel, table: TableSnapshot): void {
    for (const { name, expr, label, description, type } of dimensions ?? []) {
      const at = `${path}.dimensions.${name}`;
      const column = columnOf(expr ?? name, table);
      const expression = markColumns(expr ?? name, table);
      if (column) into.describeColumn(at, table, column, { label, description });
      else if (expression === null) into.leaveOut(at, 'Its expression is a template of dbt.');
      else {
        const body = {
          words: { en: [label ?? name.replaceAll('_', ' ')] },
          description: description ?? null,
          table: tableKey(table),
          expression,
        };
        into.add(at, { kind: 'dimension', key: name, body: { ...body, valueKind: type === 'time' ? 'timestamp' : 'text' } });
      }
    }
  }

  function readJoins(path: string, { entities }: DbtSemanticModel, table: TableSnapshot): void {
    for (const { name, type, expr } of (entities ?? []).filter((entity) => entity.type === 'foreign')) {
      const at = `${path}.entities.${name}`;
      const targets = modelled.flatMap((other) =>
        (other.model.entities ?? [])
          .filter((entity) => entity.name === name && ['primary', 'unique'].includes(entity.type))
          .map((entity) => ({ other, entity })),
      );
      const [target] = targets;
      const near = columnOf(expr ?? name, table);
      const far = target && columnOf(target.entity.expr ?? name, target.other.table);
      if (!target) into.leaveOut(at, `No semantic model has ${name} as its primary entity.`);
      else if (!near || !far) into.leaveOut(at, `It is ${type}, but joins by more than a column.`);
      else into.addJoin(at, table, near, target.other.table, far);
    }
  }
}
