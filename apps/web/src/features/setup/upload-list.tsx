import { Progress } from '@base-ui/react/progress';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/button.tsx';
import { Icon } from '../../components/ui/icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { shownError } from '../../lib/api-error.ts';
import { formatSize } from '../../lib/format-quantity.ts';
import type { UploadItem } from './wizard-state.ts';

const FORMAT_NAMES = { csv: 'CSV', parquet: 'Parquet', json: 'JSON', sqlite: 'SQLite', duckdb: 'DuckDB' } as const;

export function UploadList({ items, onRemove }: { readonly items: readonly UploadItem[]; onRemove(key: string): void }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {items.map((item) => (
        <li key={item.key} className="flex items-center gap-3 rounded-md border border-line px-3.5 py-2.5">
          <Icon
            name={item.state === 'done' ? 'check' : item.state === 'failed' ? 'warn' : 'file'}
            className={item.state === 'done' ? 'text-ok' : item.state === 'failed' ? 'text-bad' : 'text-ink-3'}
          />
          <div className="min-w-0 flex-1">
            <p dir="auto" className="truncate text-s font-label align-parent">
              {item.name}
            </p>
            <UploadFate item={item} />
          </div>
          <IconButton icon="close" size={14} label={t('setup.removeFile', { name: item.name })} onClick={() => onRemove(item.key)} />
        </li>
      ))}
    </ul>
  );
}

function UploadFate({ item }: { readonly item: UploadItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  switch (item.state) {
    case 'done':
      return (
        <p className="text-xs text-ink-3">
          {t('setup.uploaded', { format: FORMAT_NAMES[item.file.format], size: formatSize(item.file.bytes, language) })}
        </p>
      );
    case 'failed': {
      const { code, message } = shownError(item.error);
      return (
        <p role="alert" className="text-xs break-words text-bad">
          {message || t(`errors.${code}`)}
        </p>
      );
    }
    case 'uploading':
      return (
        <Progress.Root value={item.percent} aria-label={t('setup.uploadProgress', { name: item.name })} className="mt-1">
          <Progress.Track className="h-1.5 overflow-hidden rounded-full bg-sunken">
            <Progress.Indicator className="h-full rounded-full bg-teal" />
          </Progress.Track>
          <p className="num mt-1 text-xs text-ink-3">{t('setup.uploading', { percent: item.percent })}</p>
        </Progress.Root>
      );
  }
}
