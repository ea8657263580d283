import type { DialectRules } from './dialects/dialect-rules.ts';
import { lex } from './lex.ts';
import { refuse } from './refuse.ts';

/** An attribute of the person asking, such as `{{region}}`; whoever calls the guard puts its value in as a literal beforehand. */
const ATTRIBUTE = /\{\{\s*([A-Za-z0-9_.-]+)\s*\}\}/;

/** Checks a policy's row filter as far as text goes: one bracketed predicate that cannot reach beyond its table. */
export function readRowFilter(
  filter: string,
  rules: DialectRules,
  knownNames: ReadonlySet<string>,
): { text: string; names: readonly string[] } {
  const attribute = ATTRIBUTE.exec(filter)?.[1];
  if (attribute) refuse('missing_attribute', 'A row filter needs an attribute that this user does not have.', attribute);
  const { text, tokens } = lex(filter, rules.lexical, knownNames);
  const query = tokens.find((token) => token.kind === 'word' && /^(select|from|with|union|values)$/i.test(token.text));
  if (query) refuse('not_rewritable', 'A row filter may speak of its own table only.', query.text);
  return {
    text: text.trim(),
    names: tokens.filter((token) => token.kind === 'word' || token.kind === 'quoted').map((token) => token.value),
  };
}
