import { parseDocument } from 'yaml';
import { MAX_YAML_CHARACTERS } from './read-layer-yaml.ts';

/** The content of YAML that others wrote; null when it cannot be read. */
export function readPlainYaml(text: string): unknown {
  if (text.length > MAX_YAML_CHARACTERS) return null;
  try {
    const file = parseDocument(text, { prettyErrors: false, stringKeys: true });
    return file.errors.length > 0 ? null : file.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}
