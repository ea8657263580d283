import { refuse } from './refuse.ts';
import { isTree, nodeOf, type Tree, type TreeNode } from './tree.ts';

type Parser = typeof import('@polyglot-sql/sdk');

let loading: Promise<Parser> | null = null;

/** Parses one statement. `text` has no comments; spans in the tree are UTF-16 offsets into it. */
export async function parse(text: string, parserDialect: 'duckdb' | 'sqlite'): Promise<TreeNode> {
  const parser = await loadParser();
  const roots = readRoots(parser, text, parserDialect);
  if (roots.length !== 1) refuse('several_statements', 'Exactly one statement is accepted.', null, 'Send one SELECT.');
  const root = nodeOf(withUtf16Spans(roots[0], text));
  if (!root) refuse('unparsable', 'The statement could not be parsed.');
  return root;
}

/** The parser costs 0.3 s and 280 MB, so it is loaded with the first statement. A failed load is tried again. */
function loadParser(): Promise<Parser> {
  loading ??= import('@polyglot-sql/sdk').catch((cause: unknown) => {
    loading = null;
    throw cause;
  });
  return loading;
}

function readRoots(parser: Parser, text: string, dialect: 'duckdb' | 'sqlite'): readonly unknown[] {
  try {
    // The package's Dialect enum has these strings as its values.
    const result = parser.parse(text, dialect as Parameters<Parser['parse']>[1]);
    if (result.success) return result.ast;
    return refuse(
      'unparsable',
      'The statement could not be parsed.',
      offendingText(text, result.errorStart, result.errorEnd),
      result.error ?? null,
    );
  } catch (cause) {
    // A trap inside WebAssembly throws a RuntimeError; anything thrown here is the parser giving up.
    if (cause instanceof RangeError || (cause instanceof Error && cause.name === 'RuntimeError'))
      refuse('too_deep', 'The statement is too deeply nested to be parsed.');
    throw cause;
  }
}

function offendingText(text: string, start: number | undefined, end: number | undefined): string | null {
  return start === undefined
    ? null
    : [...text]
        .slice(start, Math.max(end ?? start + 1, start + 1))
        .join('')
        .slice(0, 60);
}

/** The parser counts code points; a string with an emoji would shift every later place. */
function withUtf16Spans(tree: unknown, text: string): unknown {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return tree;
  const offsets = [0];
  for (const char of text) offsets.push((offsets.at(-1) ?? 0) + char.length);
  return shifted(tree);

  function shifted(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(shifted);
    if (!isTree(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, inner]) => [field, field === 'span' && isTree(inner) ? utf16Span(inner) : shifted(inner)]),
    );
  }

  function utf16Span(span: Tree): Tree {
    return { start: offsets[Number(span.start)], end: offsets[Number(span.end)] };
  }
}
