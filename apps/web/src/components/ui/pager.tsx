import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { IconButton } from './button.tsx';

interface PagerProps {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  onPage(page: number): void;
}

/** Which rows these are, and the way to the others. */
export function Pager({ page, pageSize, total, onPage }: PagerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = (value: number) => formatCount(value, language);
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  return (
    <nav
      aria-label={t('table.pages')}
      className="flex items-center justify-between gap-3 border-t border-line px-4 py-2 text-xs text-ink-3"
    >
      <span role="status" className="num">
        {last === 1
          ? t('table.rows', { count: total, shown: count(total) })
          : t('table.range', { from: count(from), to: count(to), total: count(total) })}
      </span>
      {last > 1 && (
        <span className="flex items-center gap-1">
          <IconButton
            icon="forward"
            label={t('table.previous')}
            disabled={page <= 1}
            onClick={() => onPage(page - 1)}
            className="rotate-180 rtl:rotate-0"
          />
          <span className="num">{t('table.page', { page: count(page), pages: count(last) })}</span>
          <IconButton
            icon="forward"
            label={t('table.next')}
            disabled={page >= last}
            onClick={() => onPage(page + 1)}
            className="rtl:rotate-180"
          />
        </span>
      )}
    </nav>
  );
}
