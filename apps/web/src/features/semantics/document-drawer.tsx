import type { DataSourceId, LayerDocument } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Drawer } from '../../components/ui/drawer.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { shownFailure } from '../../lib/api-error.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { trpc } from '../../lib/trpc.ts';

interface DocumentDrawerProps {
  readonly dataSourceId: DataSourceId;
  readonly document: LayerDocument;
  onClose(): void;
}

/** The text as it is searched: passage by passage. */
export function DocumentDrawer({ dataSourceId, document: { id, title, passages, characters }, onClose }: DocumentDrawerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = trpc.semanticLayer.document.useQuery({ dataSourceId, id });
  const failure = shownFailure(text.error);
  const size = t('semantics.documentSize', { passages: formatCount(passages, language), characters: formatCount(characters, language) });
  return (
    <Drawer wide title={title} description={size} onClose={onClose}>
      {failure !== null && <ErrorNotice error={failure} onRetry={() => void text.refetch()} />}
      {!text.data && !failure && (
        <Loading>
          <Skeleton className="h-64" />
        </Loading>
      )}
      {text.data && (
        <ol className="grid gap-3">
          {text.data.parts.map(({ title: heading, text: passage }, at) => (
            <li key={at} className="rounded-md border border-line px-3 py-2.5">
              <p dir="auto" className="text-start text-xs break-words text-ink-3">
                {heading}
              </p>
              <p dir="auto" className="text-start text-s break-words whitespace-pre-wrap">
                {passage}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Drawer>
  );
}
