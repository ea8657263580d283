import type { LayerChange } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Chip } from '../../components/ui/chip.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatMinute } from '../../lib/format-minute.ts';
import { DifferenceView } from './difference-view.tsx';

interface ChangeRowProps {
  readonly change: LayerChange;
  readonly selected: boolean;
  onSelect(): void;
  onDiscard(): void;
}

export function ChangeRow({ change, selected, onSelect, onDiscard }: ChangeRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { difference, origin, author, updatedAt } = change;
  const by = author.id === 'system' ? t('semantics.system') : (author.name ?? t('semantics.personGone'));
  return (
    <li className="flex items-start gap-3 px-4 py-3 text-s">
      <input
        type="checkbox"
        aria-label={t('table.selectRow', { name: difference.key })}
        checked={selected}
        onChange={onSelect}
        className="mt-1 size-4 shrink-0 accent-teal"
      />
      <div className="min-w-0 flex-1">
        <DifferenceView difference={difference} />
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
          <Chip>{t(`semantics.changeOrigin.${origin}`)}</Chip>
          <bdi>{by}</bdi>
          <time dateTime={updatedAt}>{formatMinute(updatedAt, language)}</time>
        </p>
      </div>
      <Button aria-label={t('semantics.discardOf', { name: difference.key })} onClick={onDiscard}>
        {t('semantics.discard')}
      </Button>
    </li>
  );
}
