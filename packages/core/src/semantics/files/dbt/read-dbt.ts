import { AppError } from '@majed-vanna/contract';
import { parseDocument } from 'yaml';
import type { LayerView } from '../../layer/layer-view.ts';
import type { ReadLayer } from '../layer-import.ts';
import { MAX_YAML_CHARACTERS } from '../read-layer-yaml.ts';
import { collectDbt } from './dbt-collector.ts';
import { dbtFile } from './dbt-shapes.ts';
import { readMetrics } from './read-metrics.ts';
import { readModels } from './read-models.ts';
import { readSemanticModels } from './read-semantic-models.ts';

/** What a dbt project says of the tables of a source. @throws AppError `unreadable_file` */
export function readDbt(text: string, view: LayerView): ReadLayer {
  const parsed = dbtFile.safeParse(contentOf(text));
  const file = parsed.data;
  if (!file || !(file.nodes || file.models || file.semantic_models || file.metrics))
    throw new AppError('unreadable_file', 'This is neither a manifest of dbt nor YAML with models, semantic models or metrics.');
  const into = collectDbt(view);
  readModels(file, into);
  readMetrics(file, readSemanticModels(file, into), into);
  return into.result();
}

function contentOf(text: string): unknown {
  try {
    if (text.trimStart().startsWith('{')) return JSON.parse(text);
    if (text.length > MAX_YAML_CHARACTERS) return null;
    const file = parseDocument(text, { prettyErrors: false, stringKeys: true });
    return file.errors.length > 0 ? null : file.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}
