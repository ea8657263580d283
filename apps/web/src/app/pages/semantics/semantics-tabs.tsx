import type { DataSourceId } from '@majed-vanna/contract';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.ts';
import { formatCount } from '../../../lib/format-quantity.ts';
import { trpc } from '../../../lib/trpc.ts';

/** In the order in which a layer is usually made. */
const TABS = [
  { to: '/admin/semantics/tables', label: 'semantics.tab.tables' },
  { to: '/admin/semantics/metrics', label: 'semantics.tab.metrics' },
  { to: '/admin/semantics/dimensions', label: 'semantics.tab.dimensions' },
  { to: '/admin/semantics/joins', label: 'semantics.tab.joins' },
  { to: '/admin/semantics/glossary', label: 'semantics.tab.glossary' },
  { to: '/admin/semantics/documents', label: 'semantics.tab.documents' },
  { to: '/admin/semantics/verified', label: 'semantics.tab.verified' },
  { to: '/admin/semantics/drafts', label: 'semantics.tab.drafts' },
  { to: '/admin/semantics/rejected', label: 'semantics.tab.rejected' },
  { to: '/admin/semantics/changes', label: 'semantics.tab.changes' },
  { to: '/admin/semantics/versions', label: 'semantics.tab.versions' },
  { to: '/admin/semantics/files', label: 'semantics.tab.files' },
  { to: '/admin/semantics/search', label: 'semantics.tab.search' },
] as const;

export function SemanticsTabs({ dataSourceId }: { readonly dataSourceId: DataSourceId }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const changes = trpc.semanticLayer.changes.useQuery({ dataSourceId });
  const waiting = changes.data?.changes.length ?? 0;
  const path = useLocation({ select: ({ pathname }) => pathname });
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the open page's tab may lie beyond the edge.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [path]);
  return (
    <nav ref={nav} aria-label={t('semantics.title')} className="shrink-0 overflow-x-auto border-b border-line [scrollbar-width:none]">
      <ul className="flex w-max gap-3 px-3 text-s font-label text-ink-3 md:px-6 2xl:gap-5">
        {TABS.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              search={{ dataSourceId }}
              className="flex items-center gap-1.5 py-2.5 whitespace-nowrap outline-offset-[-2px] hover:text-ink"
              activeOptions={{ includeSearch: false }}
              activeProps={{ className: 'text-ink shadow-[inset_0_-2px_var(--teal)]' }}
            >
              {t(label)}
              {to === '/admin/semantics/changes' && waiting > 0 && (
                <span className="num rounded-full bg-saffron-soft px-2 text-xs text-saffron-ink">{formatCount(waiting, language)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
