import type { DataSourceId } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { trpc } from '../../lib/trpc.ts';
import { SuggestionList } from './suggestion-list.tsx';

interface SuggestedQuestionsProps {
  /** Absent: the default source. */
  readonly dataSourceId: DataSourceId | undefined;
  readonly disabled: boolean;
  onAsk(question: string): void;
}

/** An empty page says what this data can answer. */
export function SuggestedQuestions({ dataSourceId, disabled, onAsk }: SuggestedQuestionsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const suggestions = trpc.answers.suggestions.useQuery({ language, ...(dataSourceId && { dataSourceId }) }, { staleTime: 300_000 });
  return (
    <div className="mx-auto w-full max-w-[880px] pt-[12vh] pb-8">
      <h2 className="text-xl font-title tracking-[-0.015em]">{t('chat.emptyTitle')}</h2>
      <p className="mt-1 mb-5 max-w-[560px] text-m text-ink-2">{t('chat.emptyText')}</p>
      {suggestions.isPending && (
        <Loading>
          <div className="flex flex-wrap gap-2">
            {['w-52', 'w-64', 'w-44', 'w-60'].map((width) => (
              <Skeleton key={width} className={`h-[30px] rounded-full ${width}`} />
            ))}
          </div>
        </Loading>
      )}
      {/* Suggestions that cannot be read are no reason to stop anyone from asking. */}
      {suggestions.data && (
        <SuggestionList label={t('chat.suggestions')} questions={suggestions.data.questions} disabled={disabled} onAsk={onAsk} />
      )}
    </div>
  );
}
