import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { useCopy } from './use-copy.ts';

/** An id that a person may have to quote, with a button that copies it. */
export function CopyId({ label, value }: { readonly label: string; readonly value: string }) {
  const { t } = useTranslation();
  const copy = useCopy();
  return (
    <p className="mt-1 flex items-center gap-1.5 text-xs text-ink-2">
      <span className="shrink-0">{label}</span>
      <bdi dir="ltr" className="break-all font-mono">
        {value}
      </bdi>
      <button
        type="button"
        aria-label={t('shell.copyRequestId')}
        title={t('shell.copy')}
        onClick={() => copy(value)}
        className="grid size-6 shrink-0 place-items-center rounded-sm hover:bg-surface hover:text-ink"
      >
        <Icon name="copy" size={13} />
      </button>
    </p>
  );
}
