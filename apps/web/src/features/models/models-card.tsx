import type { ModelProfile } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { trpc } from '../../lib/trpc.ts';
import { ModelForm } from './model-form.tsx';
import { ModelRow } from './model-row.tsx';
import { RemoveModel } from './remove-model.tsx';

type Open = { readonly kind: 'form'; readonly profile: ModelProfile | null } | { readonly kind: 'remove'; readonly profile: ModelProfile };

const REFRESH_MS = 10_000;

/** The models that questions may be sent to. */
export function ModelsCard({ profiles, currency }: { readonly profiles: readonly ModelProfile[]; readonly currency: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const { data: breakers = [] } = trpc.system.breakers.useQuery(undefined, { refetchInterval: REFRESH_MS });
  const resting = breakers.filter(({ state }) => state !== 'closed');
  const close = () => setOpen(null);
  return (
    <section className="card min-w-0 overflow-clip">
      <div className="flex items-center gap-3 border-b border-line px-4 py-2.5">
        <h2 className="flex-1 text-s font-strong">{t('models.profiles')}</h2>
        <Button icon="plus" onClick={() => setOpen({ kind: 'form', profile: null })}>
          {t('models.add')}
        </Button>
      </div>
      {profiles.length === 0 && <p className="px-4 py-6 text-s text-ink-2">{t('models.none')}</p>}
      <ul className="divide-y divide-line">
        {profiles.map((profile) => (
          <ModelRow
            key={profile.id}
            profile={profile}
            rests={resting.filter(({ key, kind }) => key === profile.breakerKey || kind === 'agent')}
            onEdit={() => setOpen({ kind: 'form', profile })}
            onRemove={() => setOpen({ kind: 'remove', profile })}
          />
        ))}
      </ul>
      {open?.kind === 'form' && (
        <Dialog open wide title={t(open.profile ? 'models.editTitle' : 'models.addTitle')} onClose={close}>
          <ModelForm profile={open.profile} currency={currency} onClose={close} />
        </Dialog>
      )}
      {open?.kind === 'remove' && <RemoveModel profile={open.profile} onClose={close} />}
    </section>
  );
}
