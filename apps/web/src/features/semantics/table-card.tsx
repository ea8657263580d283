import type { DataSourceId, LayerTable } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { ConfirmAll } from './confirm-all.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { bodyOf } from './layer-body.ts';
import { TableForm } from './table-form.tsx';
import { ThingBadges, ThingReasons } from './thing-badges.tsx';
import { WordsLine } from './words-line.tsx';

/** What the table is called and what its rows are. */
export function TableCard({ dataSourceId, table }: { readonly dataSourceId: DataSourceId; readonly table: LayerTable }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const { thing, key, name, comment, rowEstimate, columns } = table;
  const body = bodyOf<'table'>(thing);
  return (
    <section className="card min-w-0 overflow-clip px-4 py-4">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-72 text-l">
          <h2>
            <WordsLine words={body?.words} fallback={name} />
          </h2>
          <p className="mt-0.5 text-xs text-ink-3">
            <bdi dir="ltr" className="font-mono break-all">
              {key}
            </bdi>
            {' · '}
            {t('semantics.columns', { count: columns.length })}
            {rowEstimate !== null && (
              <>
                {' · '}
                {t('semantics.rows', { count: rowEstimate, shown: formatCount(rowEstimate, language) })}
              </>
            )}
          </p>
        </div>
        <ThingBadges thing={thing} />
        {!editing && (
          <div className="flex flex-wrap gap-2">
            <ConfirmAll dataSourceId={dataSourceId} table={table} />
            <ConfirmButton dataSourceId={dataSourceId} thing={thing} />
            <Button icon="edit" aria-label={t('semantics.editOf', { name })} onClick={() => setEditing(true)}>
              {t('semantics.edit')}
            </Button>
          </div>
        )}
      </div>
      <ThingReasons thing={thing} />
      {editing ? (
        <TableForm dataSourceId={dataSourceId} table={table} onClose={() => setEditing(false)} />
      ) : (
        <dl className="mt-3 grid gap-x-6 gap-y-1.5 text-s sm:grid-cols-[max-content_minmax(0,1fr)]">
          {(body?.description ?? comment) && (
            <>
              <dt className="text-ink-3">{t('semantics.description')}</dt>
              <dd className="break-words whitespace-pre-line">
                <bdi>{body?.description ?? comment}</bdi>
              </dd>
            </>
          )}
          <dt className="text-ink-3">{t('semantics.displayColumn')}</dt>
          <dd>{body?.displayColumn ? <bdi className="font-mono text-xs">{body.displayColumn}</bdi> : t('semantics.displayColumnDraft')}</dd>
        </dl>
      )}
    </section>
  );
}
