import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { Dialect } from '@majed-vanna/contract';
import { sqlLook } from './sql-look.ts';

interface SqlInputOptions {
  readonly sql: string;
  readonly dialect: Dialect;
  readonly label: string;
  readonly invalid: boolean;
  readonly description: string;
  readonly dark: boolean;
  onChange(sql: string): void;
}

// Left to itself, Chromium keeps the look of what is typed over in a style attribute, which the content security policy refuses.
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const plain = event.inputType === 'insertText' && event.data !== null && !event.isComposing;
    if (!plain || view.state.selection.main.empty) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});
const space = EditorView.theme({ '.cm-content': { padding: '9px 12px', minHeight: '40px' }, '.cm-scroller': { maxHeight: '240px' } });

/** SQL to write. Tab leaves the field, as everywhere in a form. */
export function createSqlInput(
  root: ShadowRoot,
  { sql, dialect, label, invalid, description, dark, onChange }: SqlInputOptions,
): EditorView {
  return new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: sql,
      extensions: [
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        typeOver,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          // Ids of the page are not seen from inside a shadow root.
          ...(description ? { 'aria-description': description } : {}),
          ...(invalid ? { 'aria-invalid': 'true' } : {}),
        }),
        EditorView.updateListener.of((update) => update.docChanged && onChange(update.state.doc.toString())),
        sqlLook(dialect, dark),
        space,
      ],
    }),
  });
}
