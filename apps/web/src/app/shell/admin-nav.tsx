import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icon.tsx';
import { ADMIN_SECTIONS } from './admin-sections.ts';
import { SemanticsBadge } from './semantics-badge.tsx';

/** The side bar of the administrators' pages. */
export function AdminNav() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('shell.administration')} className="min-h-0 flex-1 overflow-y-auto">
      {ADMIN_SECTIONS.map(({ group, sections }) => (
        <section key={group} className="mb-3">
          <h2 className="px-2 pt-1 pb-1.5 text-xs font-label text-ink-3">{t(`shell.group.${group}`)}</h2>
          <ul className="grid gap-0.5">
            {sections.map(({ to, icon, label }) => (
              <li key={to}>
                <Link
                  to={to}
                  className="flex items-center gap-2.5 rounded-sm border border-transparent px-2 py-1.5 text-s text-ink-2 hover:bg-line/40"
                  activeProps={{ className: 'border-line! bg-surface font-strong text-ink!' }}
                >
                  <Icon name={icon} />
                  {t(label)}
                  {to === '/admin/semantics' && <SemanticsBadge />}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
