import type { DataSourceId, SchemaDrift } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { shownFailure } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { useLayerChanged } from './use-layer.ts';

const PARTS = ['addedTables', 'removedTables', 'addedColumns', 'removedColumns'] as const;
const MAX_NAMED = 50;

/** Looks at the database again and says what is different. */
export function RefreshSchema({ dataSourceId }: { readonly dataSourceId: DataSourceId }) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  const refresh = trpc.semanticLayer.refreshSchema.useMutation({ onSuccess: changed });
  const failure = shownFailure(refresh.error);
  return (
    <section className="card min-w-0 px-4 py-4">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-s font-strong">{t('semantics.schema')}</h2>
          <p className="text-s text-ink-2">{t('semantics.schemaText')}</p>
        </div>
        <Button icon="again" busy={refresh.isPending} onClick={() => refresh.mutate({ dataSourceId })}>
          {t('semantics.refresh')}
        </Button>
      </div>
      {failure !== null && <ErrorNotice error={failure} className="mt-3" />}
      {refresh.data && <Drift drift={refresh.data} />}
    </section>
  );
}

function Drift({ drift }: { readonly drift: SchemaDrift }) {
  const { t } = useTranslation();
  if (!drift.changed)
    return (
      <Notice tone="ok" className="mt-3">
        {t('semantics.noDrift')}
      </Notice>
    );
  return (
    <div role="status" className="mt-3 grid gap-2 text-s">
      {drift.stale > 0 && <Notice tone="warn">{t('semantics.becameStale', { count: drift.stale })}</Notice>}
      {PARTS.filter((part) => drift[part].length > 0).map((part) => (
        <Names key={part} title={t(`semantics.drift.${part}`, { count: drift[part].length })} names={drift[part]} />
      ))}
      {drift.retyped.length > 0 && (
        <Names
          title={t('semantics.drift.retyped', { count: drift.retyped.length })}
          names={drift.retyped.map(({ column, before, after }) => `${column}: ${before} → ${after}`)}
        />
      )}
    </div>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div>
      <p className="font-label">{title}</p>
      <p className="break-words text-ink-2">
        <bdi dir="ltr" className="font-mono text-xs">
          {names.slice(0, MAX_NAMED).join(', ')}
        </bdi>
        {names.length > MAX_NAMED && ` ${t('semantics.andMore', { count: names.length - MAX_NAMED })}`}
      </p>
    </div>
  );
}
