import type { DataSourceId, SemanticSearchResult } from '@majed-vanna/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../components/ui/chip.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { localeFor } from '../../lib/format-cell.ts';

const MAX_TEXT = 240;

interface FoundRowProps {
  readonly dataSourceId: DataSourceId;
  readonly item: SemanticSearchResult['items'][number];
}

/** One thing that was found, with its score and the ways it was found by. */
export function FoundRow({ dataSourceId, item: { kind, key, table, title, text, score, by } }: FoundRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = <bdi>{title}</bdi>;
  const figure = new Intl.NumberFormat(localeFor(language), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 text-s">
      <div className="min-w-0 flex-1 basis-72">
        <p className="break-words">
          {table ? (
            <Link
              to="/admin/semantics/tables/table"
              search={{ dataSourceId, key: table }}
              className="rounded-sm font-label hover:text-teal-ink"
            >
              {name}
            </Link>
          ) : (
            <span className="font-label">{name}</span>
          )}{' '}
          <span className="text-xs text-ink-3">
            {t(`semantics.foundKind.${kind}`)} ·{' '}
            <bdi dir="ltr" className="font-mono break-all">
              {key}
            </bdi>
          </span>
        </p>
        <p className="break-words text-ink-2">
          <bdi>{text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text}</bdi>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        {by?.map((way) => (
          <Chip key={way}>{t(`semantics.foundBy.${way}`)}</Chip>
        ))}
        {score !== null && (
          <span className="num flex items-center gap-2 text-xs text-ink-2">
            <span aria-hidden className="block h-1.5 w-20 overflow-clip rounded-full bg-line">
              <span className="block h-full bg-teal" style={{ width: `${Math.round(score * 100)}%` }} />
            </span>
            <span className="sr-only">{t('semantics.score')}</span>
            {figure.format(score)}
          </span>
        )}
      </div>
    </li>
  );
}
