import type { Actor, DataSourceId, ImportDbtInput, ImportYamlInput, LayerFile, LayerImport } from '@majed-vanna/contract';
import type { DataSourceRow } from '@majed-vanna/db';
import type { Warehouse } from '@majed-vanna/warehouse';
import { requirePermission } from '../../permission.ts';
import type { VerifiedPair } from '../knowledge.ts';
import type { GivenText } from '../layer/given-text.ts';
import type { LayerView } from '../layer/layer-view.ts';
import type { createPublication } from '../layer/publication.ts';
import { readDbt } from './dbt/read-dbt.ts';
import { compareImport, type ReadLayer } from './layer-import.ts';
import { yamlThread } from './yaml-thread.ts';

export interface LayerFileDeps {
  readonly open: (id: DataSourceId) => Promise<{ source: DataSourceRow; warehouse: Warehouse; view: LayerView }>;
  readonly publication: Pick<ReturnType<typeof createPublication>, 'propose'>;
  readonly given: GivenText;
  readonly verifiedPairs: (id: DataSourceId) => Promise<readonly VerifiedPair[]>;
}

/** The layer as files: written for review, read back, taken over from dbt. An import only lets changes wait. */
export function createLayerFiles({ open, publication, given, verifiedPairs }: LayerFileDeps) {
  return { exportYaml, importYaml, importDbt };

  /** What is published. @throws AppError `forbidden`, `not_found` */
  async function exportYaml(actor: Actor, id: DataSourceId): Promise<LayerFile> {
    requirePermission(actor, 'semanticLayer.read');
    const { source, view } = await open(id);
    const entries = [...view.entries.values()].flatMap(({ entry }) => entry ?? []);
    const { name, semanticVersion } = source;
    const text = await yamlThread.write({ source: name, semanticVersion, entries, verified: await verifiedPairs(id) });
    return { fileName: `semantic-layer-v${semanticVersion}.yaml`, text };
  }

  /** @throws AppError `forbidden`, `not_found`, `unreadable_file`; what is wrong in the file is told, not thrown */
  async function importYaml(actor: Actor, { dataSourceId, dryRun, replace, ...content }: ImportYamlInput): Promise<LayerImport> {
    requirePermission(actor, 'semanticLayer.write');
    return take(actor, dataSourceId, async () => yamlThread.read(await given.textOf(content)), { dryRun, replace, lenient: false });
  }

  /**
   * A manifest of dbt, its semantic manifest, or YAML of semantic models and metrics.
   * @throws AppError `forbidden`, `not_found`, `unreadable_file`; what is wrong in the file is told, not thrown
   */
  async function importDbt(actor: Actor, { dataSourceId, dryRun, ...content }: ImportDbtInput): Promise<LayerImport> {
    requirePermission(actor, 'semanticLayer.write');
    const options = { dryRun, replace: false, lenient: true };
    return take(actor, dataSourceId, async (view) => readDbt(await given.textOf(content), view), options);
  }

  async function take(
    actor: Actor,
    id: DataSourceId,
    read: (view: LayerView) => Promise<ReadLayer>,
    { dryRun, ...options }: { dryRun: boolean; replace: boolean; lenient: boolean },
  ): Promise<LayerImport> {
    const { warehouse, view } = await open(id);
    const { snapshot, index } = view.draft;
    const compared = await compareImport(await read(view), view, { warehouse, snapshot, index }, options);
    const applied = !dryRun && compared.problems.length === 0 && compared.differences.length > 0;
    const proposals = compared.differences.map(({ kind, key, after }) => ({ kind, key, body: after }));
    if (applied) await publication.propose(actor, id, proposals, 'imported');
    return { ...compared, applied };
  }
}
