import { type Because, because } from '@majed-vanna/contract';
import type { YAMLError } from 'yaml';

/** What the parser of YAML finds wrong, in words that pages have in both languages. */
const PROBLEMS = {
  ALIAS_PROPS: 'yaml_alias',
  BAD_ALIAS: 'yaml_alias',
  BAD_COLLECTION_TYPE: 'yaml_tag',
  BAD_DIRECTIVE: 'yaml_directive',
  BAD_DQ_ESCAPE: 'yaml_escape',
  BAD_INDENT: 'yaml_indent',
  BAD_PROP_ORDER: 'yaml_alias',
  BAD_SCALAR_START: 'yaml_start',
  BLOCK_AS_IMPLICIT_KEY: 'yaml_nested',
  BLOCK_IN_FLOW: 'yaml_nested',
  DUPLICATE_KEY: 'yaml_twice',
  IMPOSSIBLE: 'yaml_unexpected',
  KEY_OVER_1024_CHARS: 'yaml_key',
  MISSING_CHAR: 'yaml_unclosed',
  MULTILINE_IMPLICIT_KEY: 'yaml_key',
  MULTIPLE_ANCHORS: 'yaml_alias',
  MULTIPLE_DOCS: 'yaml_documents',
  MULTIPLE_TAGS: 'yaml_tag',
  NON_STRING_KEY: 'yaml_key',
  RESOURCE_EXHAUSTION: 'nested_too_deeply',
  TAB_AS_INDENT: 'yaml_tab',
  TAG_RESOLVE_FAILED: 'yaml_tag',
  UNEXPECTED_TOKEN: 'yaml_unexpected',
} as const satisfies Readonly<Record<YAMLError['code'], string>>;

export function yamlProblem(code: YAMLError['code']): Because {
  return because(PROBLEMS[code]);
}
