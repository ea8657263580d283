import type { DataSourceId, Dialect } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Drawer } from '../../components/ui/drawer.tsx';
import { DimensionForm } from './dimension-form.tsx';
import type { EntryKind } from './entry-kinds.ts';
import { GlossaryForm } from './glossary-form.tsx';
import { JoinForm } from './join-form.tsx';
import type { ThingOf } from './layer-body.ts';
import { MetricForm } from './metric-form.tsx';
import { RemoveEntry } from './remove-entry.tsx';

export interface EntryFormProps<K extends EntryKind> {
  readonly dataSourceId: DataSourceId;
  readonly dialect: Dialect;
  /** Null for a new one. */
  readonly thing: ThingOf<K> | null;
  /** `schema.table` that a new one is about; null leaves the choice. */
  readonly table: string | null;
  onClose(): void;
}

/** Edits one statement, or makes a new one. */
export function EntryDrawer({ kind, ...props }: EntryFormProps<EntryKind> & { readonly kind: EntryKind }) {
  const { t } = useTranslation();
  const { thing, dataSourceId, onClose } = props;
  return (
    <Drawer
      wide
      title={thing ? t('semantics.editOf', { name: thing.key }) : t(`semantics.add.${kind}`)}
      description={t(`semantics.about.${kind}`)}
      onClose={onClose}
    >
      <Form kind={kind} {...props} />
      {thing && (thing.published !== null || thing.change !== null) && (
        <RemoveEntry dataSourceId={dataSourceId} thing={thing} onDone={onClose} />
      )}
    </Drawer>
  );
}

function Form({ kind, thing, ...props }: EntryFormProps<EntryKind> & { readonly kind: EntryKind }) {
  switch (kind) {
    case 'metric':
      return <MetricForm {...props} thing={thing?.kind === 'metric' ? thing : null} />;
    case 'dimension':
      return <DimensionForm {...props} thing={thing?.kind === 'dimension' ? thing : null} />;
    case 'join':
      return <JoinForm {...props} thing={thing?.kind === 'join' ? thing : null} />;
    case 'glossary':
      return <GlossaryForm {...props} thing={thing?.kind === 'glossary' ? thing : null} />;
  }
}
