import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { trpc } from '../../lib/trpc.ts';

const FRESH_MS = 60_000;

/** How much of the semantic layer waits for someone, over all sources. */
export function SemanticsBadge() {
  const { t } = useTranslation();
  const language = useLanguage();
  const sources = trpc.dataSources.list.useQuery(undefined, { staleTime: 300_000 });
  const changes = trpc.useQueries((ask) =>
    (sources.data ?? []).map(({ id }) => ask.semanticLayer.changes({ dataSourceId: id }, { staleTime: FRESH_MS })),
  );
  const drafts = trpc.useQueries((ask) =>
    (sources.data ?? []).map(({ id }) =>
      ask.verifiedQuestions.list({ dataSourceId: id, status: ['draft'], pageSize: 1 }, { staleTime: FRESH_MS }),
    ),
  );
  const waiting =
    changes.reduce((sum, { data }) => sum + (data?.changes.length ?? 0), 0) + drafts.reduce((sum, { data }) => sum + (data?.total ?? 0), 0);
  if (waiting === 0) return null;
  return (
    <span className="num ms-auto rounded-full bg-saffron-soft px-2 text-xs font-[500] text-saffron-ink">
      <span aria-hidden>{formatCount(waiting, language)}</span>
      <span className="sr-only">{t('semantics.badge', { count: waiting })}</span>
    </span>
  );
}
