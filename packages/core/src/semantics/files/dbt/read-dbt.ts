import { AppError, because } from '@majed-vanna/contract';
import type { LayerView } from '../../layer/layer-view.ts';
import type { ReadLayer } from '../layer-import.ts';
import { yamlThread } from '../yaml-thread.ts';
import { collectDbt } from './dbt-collector.ts';
import { dbtFile } from './dbt-shapes.ts';
import { readMetrics } from './read-metrics.ts';
import { readModels } from './read-models.ts';
import { readSemanticModels } from './read-semantic-models.ts';

/** What a dbt project says of the tables of a source. @throws AppError `unreadable_file` */
export async function readDbt(text: string, view: LayerView): Promise<ReadLayer> {
  const parsed = dbtFile.safeParse(await contentOf(text));
  const file = parsed.data;
  if (!file || !(file.nodes || file.models || file.semantic_models || file.metrics))
    throw AppError.because('unreadable_file', because('not_dbt'));
  const into = collectDbt(view);
  readModels(file, into);
  readMetrics(file, readSemanticModels(file, into), into);
  return into.result();
}

async function contentOf(text: string): Promise<unknown> {
  if (!text.trimStart().startsWith('{')) return yamlThread.readPlain(text);
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
