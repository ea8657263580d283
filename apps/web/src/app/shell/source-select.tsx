import type { DataSourceId, DataSourceSummary } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icon.tsx';

interface SourceSelectProps {
  readonly sources: readonly DataSourceSummary[];
  readonly chosen: DataSourceSummary;
  onChoose(id: DataSourceId): void;
}

/** Which source a page is about. Its name alone where there is only one. */
export function SourceSelect({ sources, chosen, onChoose }: SourceSelectProps) {
  const { t } = useTranslation();
  if (sources.length < 2)
    return (
      <bdi className="min-w-0 truncate text-s text-ink-3" title={chosen.name}>
        {chosen.name}
      </bdi>
    );
  return (
    <span className="relative min-w-0">
      <select
        aria-label={t('shell.dataSource')}
        value={chosen.id}
        onChange={(event) => {
          const found = sources.find(({ id }) => id === event.target.value);
          if (found) onChoose(found.id);
        }}
        className="h-[34px] w-full max-w-[46vw] min-w-0 appearance-none truncate rounded-sm border border-line-strong bg-surface ps-2.5 pe-8 text-s"
      >
        {sources.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <span className="pointer-events-none absolute inset-y-0 end-2.5 flex items-center text-ink-3">
        <Icon name="chevron" size={14} />
      </span>
    </span>
  );
}
