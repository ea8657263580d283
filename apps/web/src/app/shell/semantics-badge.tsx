import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { trpc } from '../../lib/trpc.ts';

const FRESH_MS = 60_000;

/** How much of the semantic layer waits for someone, over all sources. */
export function SemanticsBadge() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = trpc.semanticLayer.waiting.useQuery(undefined, { staleTime: FRESH_MS });
  const waiting = data ? data.changes + data.drafts : 0;
  if (waiting === 0) return null;
  return (
    <span className="num ms-auto rounded-full bg-saffron-soft px-2 text-xs font-[500] text-saffron-ink">
      <span aria-hidden>{formatCount(waiting, language)}</span>
      <span className="sr-only">{t('semantics.badge', { count: waiting })}</span>
    </span>
  );
}
