import type { DataSourceId, Dialect } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { EntryDrawer } from './entry-drawer.tsx';
import type { EntryKind } from './entry-kinds.ts';
import { EntrySummary } from './entry-summary.tsx';
import type { ThingOf } from './layer-body.ts';
import { ThingBadges, ThingReasons } from './thing-badges.tsx';

interface ThingsCardProps {
  readonly dataSourceId: DataSourceId;
  readonly dialect: Dialect;
  readonly kind: EntryKind;
  readonly title: string;
  readonly things: readonly ThingOf<EntryKind>[];
  /** `schema.table` that a new one is about. */
  readonly table: string;
}

/** What of one kind is about a table. */
export function ThingsCard({ dataSourceId, dialect, kind, title, things, table }: ThingsCardProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ThingOf<EntryKind> | 'new' | null>(null);
  return (
    <section className="card min-w-0 overflow-clip">
      <div className="flex items-center gap-3 border-b border-line px-4 py-2.5">
        <h2 className="flex-1 text-s font-strong">{title}</h2>
        <Button icon="plus" onClick={() => setOpen('new')}>
          {t(`semantics.add.${kind}`)}
        </Button>
      </div>
      {things.length === 0 && <p className="px-4 py-4 text-s text-ink-3">{t('semantics.noneYet')}</p>}
      <ul className="divide-y divide-line">
        {things.map((thing) => (
          <li key={thing.key} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 text-s">
            <div className="min-w-0 flex-1 basis-72">
              <EntrySummary thing={thing} />
              <ThingReasons thing={thing} />
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <ThingBadges thing={thing} />
              <ConfirmButton dataSourceId={dataSourceId} thing={thing} />
              <Button aria-label={t('semantics.editOf', { name: thing.key })} onClick={() => setOpen(thing)}>
                {t('semantics.edit')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {open !== null && (
        <EntryDrawer
          dataSourceId={dataSourceId}
          dialect={dialect}
          kind={kind}
          thing={open === 'new' ? null : open}
          table={table}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
