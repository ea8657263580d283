import type { ResultColumn } from '@majed-vanna/contract';
import type { PlanOutput } from '@majed-vanna/nlq';
import type { WarehouseColumn } from '@majed-vanna/warehouse';

/** What the database says of its columns, with the labels and formats of the plan where there is one. */
export function resultColumns(columns: readonly WarehouseColumn[], outputs: readonly PlanOutput[]): ResultColumn[] {
  return columns.map(({ name, kind }, index) => {
    const output = outputs[index];
    return { name, label: output?.label ?? name, kind, format: output?.format ?? null, currency: output?.currency ?? null };
  });
}
