import { MySQL, PLSQL, PostgreSQL, type SQLDialect, SQLite, sql } from '@codemirror/lang-sql';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Dialect } from '@majed-vanna/contract';

// DuckDB's grammar of words is PostgreSQL's.
const DIALECTS: Record<Dialect, SQLDialect> = { duckdb: PostgreSQL, postgres: PostgreSQL, oracle: PLSQL, mysql: MySQL, sqlite: SQLite };

// CSS variables reach into a shadow root, so the colours follow the theme.
const look = EditorView.theme({
  '&': { fontSize: '13px', color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: '2px solid var(--teal)', outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "SF Mono", "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace',
    lineHeight: '1.6',
    maxHeight: '430px',
  },
  '.cm-content': { padding: '14px 16px 14px 0' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--ink-3)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 12px 0 16px' },
});

const words = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: 'var(--teal-ink)', fontWeight: '560' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--saffron-ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--ok)' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--teal)' },
]);

/** How a statement of a dialect looks, to read or to write. */
export function sqlLook(dialect: Dialect, dark: boolean): Extension {
  return [EditorView.darkTheme.of(dark), sql({ dialect: DIALECTS[dialect] }), syntaxHighlighting(words), look];
}
