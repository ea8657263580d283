import type { DataSourceId, LayerDocument } from '@majed-vanna/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/button.tsx';
import { type DataColumn, DataTable } from '../../components/ui/data-table.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { FileButton } from '../../components/ui/file-button.tsx';
import { SearchField } from '../../components/ui/search-field.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { shownFailure } from '../../lib/api-error.ts';
import { formatMinute } from '../../lib/format-minute.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { trpc } from '../../lib/trpc.ts';
import { useTableView } from '../../lib/use-table-view.ts';
import { AddingList } from './adding-list.tsx';
import { DocumentDrawer } from './document-drawer.tsx';
import { RemoveDocument } from './remove-document.tsx';
import { useAddDocuments } from './use-add-documents.ts';

const ACCEPT = '.md,.markdown,.txt,.pdf,text/markdown,text/plain,application/pdf';

/** Texts that explain the data. */
export function DocumentsList({ dataSourceId }: { readonly dataSourceId: DataSourceId }) {
  const { t } = useTranslation();
  const [view, onView] = useTableView();
  const [open, setOpen] = useState<LayerDocument | null>(null);
  const [removed, setRemoved] = useState<LayerDocument | null>(null);
  const { adding, add, forget } = useAddDocuments(dataSourceId);
  const documents = trpc.semanticLayer.documents.useQuery({ dataSourceId });
  const columns = useColumns(setOpen, setRemoved);
  return (
    <section className="card min-w-0 overflow-clip">
      <div className="flex flex-wrap items-center gap-2.5 border-b border-line px-4 py-2.5">
        <SearchField
          label={t('semantics.findDocuments')}
          value={view.find}
          onChange={(find) => onView({ ...view, find, page: 1 })}
          className="min-w-0 flex-1 basis-56"
        />
        <FileButton look="primary" multiple accept={ACCEPT} label={t('semantics.addDocuments')} onFiles={(files) => void add(files)} />
      </div>
      <AddingList adding={adding} onForget={forget} />
      <DataTable
        label={t('semantics.tab.documents')}
        columns={columns}
        rows={documents.data}
        rowId={({ id }) => id}
        view={view}
        onView={onView}
        error={shownFailure(documents.error)}
        onRetry={() => void documents.refetch()}
        empty={<EmptyState title={t('semantics.noDocuments')} text={t('semantics.noDocumentsText')} />}
      />
      {open && <DocumentDrawer dataSourceId={dataSourceId} document={open} onClose={() => setOpen(null)} />}
      {removed && <RemoveDocument dataSourceId={dataSourceId} document={removed} onClose={() => setRemoved(null)} />}
    </section>
  );
}

type Choose = (document: LayerDocument) => void;

function useColumns(onOpen: Choose, onRemove: Choose): readonly DataColumn<LayerDocument>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('semantics.column.document'),
        value: ({ title, fileName }) => `${title} ${fileName}`,
        cell: (document) => (
          <>
            <button
              type="button"
              onClick={() => onOpen(document)}
              className="block rounded-sm text-start font-label break-words hover:text-teal-ink"
            >
              <bdi>{document.title}</bdi>
            </button>
            <bdi className="text-xs break-all text-ink-3">{document.fileName}</bdi>
          </>
        ),
      },
      {
        id: 'passages',
        header: t('semantics.column.passages'),
        align: 'end',
        wide: true,
        value: ({ passages }) => passages,
        cell: ({ passages }) => formatCount(passages, language),
      },
      {
        id: 'by',
        header: t('semantics.column.by'),
        wide: true,
        value: ({ addedBy }) => addedBy.name,
        cell: ({ addedBy: { id, name } }) => <bdi>{id === 'system' ? t('semantics.system') : (name ?? t('semantics.personGone'))}</bdi>,
      },
      {
        id: 'at',
        header: t('semantics.column.at'),
        wide: true,
        value: ({ createdAt }) => createdAt,
        cell: ({ createdAt }) => formatMinute(createdAt, language),
      },
      {
        id: 'actions',
        header: t('semantics.column.actions'),
        quiet: true,
        align: 'end',
        cell: (document) => (
          <IconButton icon="trash" label={t('semantics.removeOf', { name: document.title })} onClick={() => onRemove(document)} />
        ),
      },
    ],
    [t, language, onOpen, onRemove],
  );
}
