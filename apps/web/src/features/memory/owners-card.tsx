import type { MemoryOverview } from '@majed-vanna/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { type DataColumn, DataTable } from '../../components/ui/data-table.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount, formatSize } from '../../lib/format-quantity.ts';
import { formatMoment } from '../../lib/moments.ts';
import { useTableView } from '../../lib/use-table-view.ts';
import { PurgeDialog } from './purge-dialog.tsx';

type Owner = MemoryOverview['owners'][number];

/** Whose conversations they are, and the way to remove them. */
export function OwnersCard({ owners }: { readonly owners: readonly Owner[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [view, setView] = useTableView();
  const [purging, setPurging] = useState<Owner | null>(null);
  const columns = useMemo(
    (): readonly DataColumn<Owner>[] => [
      {
        id: 'owner',
        header: t('memory.owner'),
        value: ({ username }) => username ?? '',
        cell: ({ username, userId }) => <bdi>{username ?? t('memory.unknownOwner', { id: userId.slice(-6) })}</bdi>,
      },
      {
        id: 'conversations',
        header: t('memory.conversations'),
        align: 'end',
        value: ({ conversations }) => conversations,
        cell: ({ conversations }) => formatCount(conversations, language),
      },
      {
        id: 'answers',
        header: t('memory.answers'),
        align: 'end',
        wide: true,
        value: ({ answers }) => answers,
        cell: ({ answers }) => formatCount(answers, language),
      },
      {
        id: 'size',
        header: t('memory.size'),
        align: 'end',
        value: ({ bytes }) => bytes,
        cell: ({ bytes }) => formatSize(bytes, language),
      },
      {
        id: 'used',
        header: t('memory.lastUsed'),
        align: 'end',
        wide: true,
        value: ({ lastUsedAt }) => lastUsedAt,
        cell: ({ lastUsedAt }) => formatMoment(lastUsedAt, language),
      },
      {
        id: 'purge',
        header: t('memory.purge'),
        quiet: true,
        align: 'end',
        cell: (owner) => (
          <Button aria-label={t('memory.purgeOf', { name: owner.username ?? owner.userId })} onClick={() => setPurging(owner)}>
            {t('memory.purge')}
          </Button>
        ),
      },
    ],
    [t, language],
  );
  return (
    <Card title={t('memory.owners')}>
      <DataTable
        label={t('memory.owners')}
        columns={columns}
        rows={owners}
        rowId={({ userId }) => userId}
        view={view}
        onView={setView}
        empty={<EmptyState title={t('memory.noneTitle')} text={t('memory.noneText')} />}
      />
      {purging && <PurgeDialog owner={purging} onClose={() => setPurging(null)} />}
    </Card>
  );
}
