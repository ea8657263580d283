import type { ModelTest } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount, formatDuration } from '../../lib/format-quantity.ts';
import { Chip } from '../ui/chip.tsx';
import { SMALL_CONTEXT_TOKENS } from './model-bounds.ts';

/** What the model that was really asked could do. */
export function ModelTestResult({ result }: { readonly result: ModelTest }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const small = result.contextTokens !== null && result.contextTokens < SMALL_CONTEXT_TOKENS;
  return (
    <div role="status" className="arrive rounded-md bg-ok-soft px-4 py-3 text-s">
      <p>
        <b className="font-strong text-ok">{t('models.replied', { time: formatDuration(result.ms, language) })}</b>{' '}
        <bdi className="break-words text-ink-2">{result.reply}</bdi>
      </p>
      <p className="mt-2 flex flex-wrap gap-1.5">
        <Chip tone={result.tools ? 'ok' : 'warn'}>{t(result.tools ? 'models.toolsWork' : 'models.toolsFail')}</Chip>
        <Chip tone={result.json ? 'ok' : 'warn'}>{t(result.json ? 'models.jsonWorks' : 'models.jsonFails')}</Chip>
        {result.contextTokens !== null && (
          <Chip tone={small ? 'warn' : 'plain'}>{t('models.context', { tokens: formatCount(result.contextTokens, language) })}</Chip>
        )}
        {result.embedding?.works && (
          <Chip tone="ok">{t('models.embeds', { dimensions: formatCount(result.embedding.dimensions, language) })}</Chip>
        )}
      </p>
      {small && <p className="mt-2 text-saffron-ink">{t('models.contextSmall')}</p>}
      {result.embedding && !result.embedding.works && (
        <p className="mt-2 text-saffron-ink">{t('models.embedsNot', { problem: result.embedding.problem })}</p>
      )}
    </div>
  );
}
