import type { Receipt } from '@majed-vanna/contract';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyId } from '../../components/ui/copy-id.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useCurrentUser } from '../../lib/current-session.ts';
import { DIALECT_NAMES } from '../../lib/dialect-names.ts';
import { dayLocaleFor } from '../../lib/format-cell.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { PromptSection } from './prompt-section.tsx';
import { ReceiptTimings } from './receipt-timings.tsx';
import { SqlSkeleton } from './sql-panel.tsx';
import { AttemptList } from './tried-statements.tsx';

const SqlView = lazy(() => import('../../components/sql-view/sql-view.tsx').then((module) => ({ default: module.SqlView })));

/** How the answer came about, for a person who has to vouch for it. */
export function ReceiptPanel({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const administrator = useCurrentUser()?.role === 'admin';
  const { lineage, injections } = receipt;
  const askedAt = new Intl.DateTimeFormat(dayLocaleFor(language), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(receipt.askedAt),
  );
  const cap = injections ? ({ added: 'receipt.capAdded', clamped: 'receipt.capClamped', kept: 'receipt.capKept' } as const) : null;
  return (
    <div className="grid gap-x-8 gap-y-4 px-5 py-5 text-s sm:grid-cols-2">
      <Entry label={t('receipt.engine')}>
        {t(`receipt.engineName.${receipt.engine}`)}
        {receipt.model && (
          <span className="text-ink-2">
            {' · '}
            {receipt.engine === 'model' ? <bdi>{receipt.model}</bdi> : t('receipt.modelFailed', { model: receipt.model })}
            {receipt.modelTrouble && (
              <span className="block text-xs text-ink-3">
                {t(`receipt.trouble.${receipt.modelTrouble}`, { defaultValue: receipt.modelTrouble })}
              </span>
            )}
          </span>
        )}
        {receipt.tokens && receipt.engine === 'model' && (
          <span className="block text-xs text-ink-3">
            {t('receipt.tokens', {
              input: formatCount(receipt.tokens.input, language),
              output: formatCount(receipt.tokens.output, language),
            })}
          </span>
        )}
      </Entry>
      <Entry label={t('receipt.source')}>
        <bdi>{receipt.dataSource.name}</bdi>
        <span className="text-ink-3">
          {' · '}
          <bdi>{DIALECT_NAMES[receipt.dataSource.dialect]}</bdi>
        </span>
      </Entry>
      <Entry label={t('receipt.askedBy')}>
        <bdi>{receipt.askedBy}</bdi> <span className="text-ink-3">· {askedAt}</span>
      </Entry>
      {injections && cap && (
        <Entry label={t('receipt.cap')}>
          {t(cap[injections.rowCap.action], { rows: formatCount(injections.rowCap.maxRows, language) })}
        </Entry>
      )}
      {lineage && (
        <Entry label={t('receipt.read')} wide>
          <ul className="grid gap-1">
            {lineage.tables.map(({ schema, table }) => {
              const columns = lineage.columns
                .filter((column) => column.schema === schema && column.table === table)
                .map((column) => column.column);
              return (
                <li key={`${schema}.${table}`} className="break-words">
                  <bdi className="font-label">{table}</bdi>
                  <span className="text-ink-2">
                    {' · '}
                    <bdi>{columns.length > 0 ? columns.join(', ') : t('receipt.wholeTable')}</bdi>
                  </span>
                </li>
              );
            })}
          </ul>
        </Entry>
      )}
      {receipt.definitions.length > 0 && (
        <Entry label={t('receipt.definitions')} wide>
          <ul className="grid gap-1">
            {receipt.definitions.map(({ term, definition }) => (
              <li key={term} className="break-words">
                <bdi className="font-label">{term}</bdi> <bdi className="text-ink-2">{definition}</bdi>
              </li>
            ))}
          </ul>
        </Entry>
      )}
      {injections && (
        <>
          <Entry label={t('receipt.filters')}>
            <Lines lines={injections.rowFilters.map(({ table, predicate }) => `${table}: ${predicate}`)} none={t('receipt.noneApplied')} />
          </Entry>
          <Entry label={t('receipt.masks')}>
            <Lines lines={injections.masks.map(({ table, column }) => `${table}.${column}`)} none={t('receipt.noneApplied')} />
          </Entry>
        </>
      )}
      <Entry label={t('receipt.timings')} wide>
        <ReceiptTimings timings={receipt.timings} totalMs={receipt.totalMs} />
      </Entry>
      {receipt.attempts && receipt.attempts.length > 0 && (
        <Entry label={t('answer.tried')} wide>
          <AttemptList attempts={receipt.attempts} />
        </Entry>
      )}
      {receipt.executedSql && (
        <Entry label={t('receipt.executed')} wide>
          <div className="mt-1 overflow-hidden rounded-md border border-line">
            <Suspense fallback={<SqlSkeleton />}>
              <SqlView sql={receipt.executedSql} dialect={receipt.dataSource.dialect} />
            </Suspense>
          </div>
        </Entry>
      )}
      {administrator && receipt.model && <PromptSection runId={receipt.runId} />}
      <div className="sm:col-span-2">
        <CopyId label={t('receipt.schemaVersion')} value={receipt.schemaVersion} />
        {receipt.auditId && <CopyId label={t('receipt.auditId')} value={receipt.auditId} />}
      </div>
    </div>
  );
}

function Entry({ label, wide = false, children }: { readonly label: string; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <section className={`min-w-0 ${wide ? 'sm:col-span-2' : ''}`}>
      <h3 className="mb-0.5 text-xs font-strong text-ink-3">{label}</h3>
      {children}
    </section>
  );
}

function Lines({ lines, none }: { readonly lines: readonly string[]; readonly none: string }) {
  if (lines.length === 0) return <span className="text-ink-3">{none}</span>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line} className="break-words">
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}
