/** Formats that a semantic layer can be imported from: our own YAML, or what dbt writes. */
export type LayerFormat = 'yaml' | 'dbt';

/** At the margin of YAML: what only dbt has, and metrics as a list, which ours name by their keys. */
const OF_DBT = /^(?:models|semantic_models|saved_queries|sources|exposures)\s*:|^metrics\s*:[^\S\n]*(?:#.*)?\n(?:\s*#.*\n|\s*\n)*\s*-/m;

/** Tells by its content what a file is; manifests of dbt are JSON, ours never are. */
export function layerFormatOf(text: string): LayerFormat {
  return text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('{') || OF_DBT.test(text.replaceAll('\r\n', '\n'))
    ? 'dbt'
    : 'yaml';
}
