import { type Actor, type DataSourceId, newId, type ProposeInput, proposeInput } from '@majed-vanna/contract';
import { createSemanticLayerService } from '../semantics/layer-service.ts';
import { createAnswering } from './answering.ts';

export const admin: Actor = { userId: newId('usr'), username: 'salma', role: 'admin', attributes: {} };

/** The semantic layer of a small shop, on a real system database and a real source. */
export async function createLayerWorld(
  options: Parameters<typeof createAnswering>[0] = {},
  { onChanged = () => undefined }: { onChanged?: (id: DataSourceId) => void } = {},
) {
  const answering = await createAnswering(options);
  const uploads = { resolveText: () => Promise.reject(new Error('nothing was uploaded')) };
  const clock = { now: () => new Date() };
  const layer = createSemanticLayerService({ database: answering.database, semantics: answering.semantics, uploads, clock, onChanged });
  const dataSourceId = answering.source.id;
  return { ...answering, layer, dataSourceId, clock, propose, publish, audited };

  function propose(kind: ProposeInput['kind'], key: string, body: object | null) {
    return layer.propose(admin, proposeInput.parse({ dataSourceId, kind, key, body }));
  }

  async function publish(note = '') {
    const { semanticVersion } = await layer.changes(admin, dataSourceId);
    return layer.publish(admin, { dataSourceId, note, expectedVersion: semanticVersion });
  }

  async function audited(action: string) {
    return answering.database.repositories.auditLog.list({ action, limit: 100 });
  }
}
