import { Outlet, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { PageFrame } from '../../shell/page-frame.tsx';
import { SourceSelect } from '../../shell/source-select.tsx';
import { useChosenSource } from '../../use-chosen-source.ts';
import { SemanticsTabs } from './semantics-tabs.tsx';

/** For administrators: what the data means. The frame of its pages. */
export function SemanticsFrame() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { sources, source } = useChosenSource(useSearch({ from: '/app/admin/semantics' }).dataSourceId);
  return (
    <PageFrame
      title={t('semantics.title')}
      awaited={sources}
      aside={
        source && (
          <SourceSelect
            sources={sources.data ?? []}
            chosen={source}
            onChoose={(dataSourceId) => void navigate({ to: '/admin/semantics/tables', search: { dataSourceId } })}
          />
        )
      }
      tabs={source && <SemanticsTabs dataSourceId={source.id} />}
      width="max-w-[1120px]"
    >
      {sources.data?.length === 0 && <EmptyState title={t('semantics.noSource')} text={t('semantics.noSourceText')} />}
      {source && (
        <div key={source.id}>
          <Outlet />
        </div>
      )}
    </PageFrame>
  );
}
