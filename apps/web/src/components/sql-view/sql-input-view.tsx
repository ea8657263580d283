import type { Dialect } from '@majed-vanna/contract';
import { useEffect, useRef } from 'react';
import { useTheme } from '../../lib/theme.ts';
import { createSqlInput } from './sql-input.ts';

interface SqlInputViewProps {
  readonly label: string;
  readonly value: string;
  readonly dialect: Dialect;
  readonly description: string;
  readonly invalid: boolean;
  onChange(sql: string): void;
}

/** The editor in its shadow root, where its styles need no style element. */
export function SqlInputView({ label, value, dialect, description, invalid, onChange }: SqlInputViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ value, onChange });
  const theme = useTheme();

  // The ref: the editor outlives drawings and tells the newest listener.
  useEffect(() => {
    latest.current = { value, onChange };
  });

  // CodeMirror draws outside React: created with the element, destroyed with it. It starts with what was typed last.
  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const editor = createSqlInput(root, {
      sql: latest.current.value,
      dialect,
      label,
      invalid,
      description,
      dark: theme === 'dark',
      onChange: (sql) => latest.current.onChange(sql),
    });
    const hadFocus = document.activeElement === host.current;
    if (hadFocus) editor.focus();
    return () => editor.destroy();
  }, [dialect, label, theme, invalid, description]);

  return <div ref={host} dir="ltr" className="overflow-hidden rounded-sm text-start" />;
}
