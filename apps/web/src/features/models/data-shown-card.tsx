import type { DataSourceSummary, DataToLlm } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { trpc } from '../../lib/trpc.ts';

const CHOICES: readonly DataToLlm[] = ['none', 'aggregates', 'sample', 'full'];

/** How much of each source's data leaves for a model. */
export function DataShownCard({ sources }: { readonly sources: readonly DataSourceSummary[] }) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const change = trpc.dataSources.setDataToLlm.useMutation({ onSettled: () => void queries.dataSources.list.invalidate() });
  return (
    <section className="card min-w-0 overflow-clip">
      <h2 className="border-b border-line px-4 py-3 text-s font-strong">{t('models.dataShown')}</h2>
      <div className="grid gap-4 px-4 py-4">
        <p className="text-s text-ink-2">{t('models.dataShownText')}</p>
        {change.error && <ErrorNotice error={change.error} />}
        {sources.map(({ id, name, dataToLlm }) => (
          <SelectField
            key={id}
            label={name}
            hint={t(`models.dataHint.${dataToLlm}`)}
            options={CHOICES.map((value) => ({ value, label: t(`models.data.${value}`) }))}
            value={dataToLlm}
            disabled={change.isPending}
            onChange={(event) => {
              const chosen = CHOICES.find((choice) => choice === event.target.value);
              if (chosen) change.mutate({ id, dataToLlm: chosen });
            }}
          />
        ))}
      </div>
    </section>
  );
}
