import type { Dialect } from '@majed-vanna/contract';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTheme } from '../../lib/theme.ts';
import { createSqlEditor } from './sql-editor.ts';

/** A statement to read: highlighted, selectable, never editable. Lives in a shadow root, where its styles need no style element. */
export function SqlView({ sql, dialect }: { readonly sql: string; readonly dialect: Dialect }) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const label = t('answer.sqlLabel');

  // CodeMirror draws outside React: created with the element, destroyed with it.
  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const editor = createSqlEditor(root, { sql, dialect, label, dark: theme === 'dark' });
    return () => editor.destroy();
  }, [sql, dialect, label, theme]);

  return <div ref={host} dir="ltr" className="overflow-hidden text-start" />;
}
