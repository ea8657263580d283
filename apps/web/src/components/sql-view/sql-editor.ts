import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import type { Dialect } from '@majed-vanna/contract';
import { sqlLook } from './sql-look.ts';

export function createSqlEditor(root: ShadowRoot, options: { sql: string; dialect: Dialect; label: string; dark: boolean }): EditorView {
  return new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.sql,
      extensions: [
        lineNumbers(),
        EditorState.readOnly.of(true),
        EditorView.lineWrapping,
        // The keyboard reaches a long statement to scroll it.
        EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': options.label, 'aria-readonly': 'true' }),
        sqlLook(options.dialect, options.dark),
      ],
    }),
  });
}
