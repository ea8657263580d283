import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/button.tsx';
import { Icon } from '../../components/ui/icon.tsx';

export function SearchField({ value, onChange }: { readonly value: string; onChange(value: string): void }) {
  const { t } = useTranslation();
  return (
    <div className="relative mb-1">
      <Icon name="search" size={14} className="pointer-events-none absolute start-2.5 top-2.5 text-ink-3" />
      <input
        type="search"
        value={value}
        dir={value ? 'auto' : undefined}
        maxLength={200}
        aria-label={t('chat.searchHistory')}
        placeholder={t('chat.searchHistory')}
        onChange={(event) => onChange(event.target.value)}
        className="h-[34px] w-full rounded-sm bg-transparent ps-8 pe-8 text-s outline-offset-[-2px] placeholder:text-start hover:bg-line/40 focus:bg-surface [&::-webkit-search-cancel-button]:hidden"
      />
      {value && (
        <IconButton icon="close" size={13} label={t('chat.clearSearch')} onClick={() => onChange('')} className="absolute end-0.5 top-px" />
      )}
    </div>
  );
}
