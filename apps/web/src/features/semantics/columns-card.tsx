import type { DataSourceId, LayerTable } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../components/ui/search-field.tsx';
import { ColumnRow } from './column-row.tsx';
import { bodyOf } from './layer-body.ts';

type Column = LayerTable['columns'][number];
const SEARCHED_FROM = 12;

/** The columns, each with its words; one at a time is edited in its place. */
export function ColumnsCard({ dataSourceId, columns }: { readonly dataSourceId: DataSourceId; readonly columns: readonly Column[] }) {
  const { t } = useTranslation();
  const [find, setFind] = useState('');
  const [edited, setEdited] = useState<string | null>(null);
  const shown = find === '' ? columns : columns.filter((column) => textOf(column).includes(find.toLocaleLowerCase()));
  return (
    <section className="card min-w-0 overflow-clip">
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2.5">
        <h2 className="min-h-8 flex-1 content-center text-s font-strong">{t('semantics.columnsTitle')}</h2>
        {columns.length >= SEARCHED_FROM && (
          <SearchField label={t('semantics.findColumns')} value={find} onChange={setFind} className="w-full sm:w-64" />
        )}
      </div>
      {shown.length === 0 && <p className="px-4 py-6 text-s text-ink-2">{t('table.nothingFound')}</p>}
      <ul className="divide-y divide-line">
        {shown.map((column) => (
          <ColumnRow
            key={column.name}
            dataSourceId={dataSourceId}
            column={column}
            editing={edited === column.name}
            onEdit={(editing) => setEdited(editing ? column.name : null)}
          />
        ))}
      </ul>
    </section>
  );
}

function textOf({ name, thing }: Column): string {
  const { en = [], ar = [] } = bodyOf<'column'>(thing)?.words ?? {};
  return [name, ...en, ...ar].join(' ').toLocaleLowerCase();
}
