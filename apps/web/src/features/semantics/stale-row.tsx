import type { DataSourceId, StaleEntry } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { DatabaseName } from '../../components/ui/database-name.tsx';
import { StateBadge } from '../../components/ui/state-badge.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { shownError } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { useLayerChanged } from './use-layer.ts';

interface StaleRowProps {
  readonly dataSourceId: DataSourceId;
  readonly entry: StaleEntry;
  /** Its removal waits to be published. */
  readonly leaving: boolean;
}

/** What is said of a table or column that is gone stands on no other page: it can be removed here. */
export function StaleRow({ dataSourceId, entry: { kind, key, stale }, leaving }: StaleRowProps) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  const propose = trpc.semanticLayer.propose.useMutation({
    onSuccess() {
      changed();
      toasts.add({ title: t('semantics.waits'), type: 'ok' });
    },
    onError: (error) => toasts.add({ title: shownError(error).message ?? t('errors.unknown'), type: 'bad' }),
  });
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-3 text-s">
      <div className="min-w-0 flex-1 basis-64">
        <span className="text-xs text-ink-3">{t(`semantics.kind.${kind}`)}</span> <DatabaseName name={key} className="text-xs" />
        <p className="break-words text-ink-2">
          {t(`semantics.staleReason.${stale.reason}`, { subject: stale.subject })} {stale.detail && <bdi dir="ltr">{stale.detail}</bdi>}
        </p>
      </div>
      <span className="flex items-center gap-2">
        <StateBadge state={leaving ? 'removed' : 'stale'} />
        {!leaving && (
          <Button
            busy={propose.isPending}
            aria-label={t('semantics.removeOf', { name: key })}
            onClick={() => propose.mutate({ dataSourceId, kind, key, body: null })}
          >
            {t('semantics.remove')}
          </Button>
        )}
      </span>
    </li>
  );
}
