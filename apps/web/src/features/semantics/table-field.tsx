import type { DataSourceId } from '@majed-vanna/contract';
import { useId } from 'react';
import { TextField } from '../../components/ui/text-field.tsx';
import { trpc } from '../../lib/trpc.ts';

interface TableFieldProps {
  readonly dataSourceId: DataSourceId;
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  onChange(table: string): void;
}

const SUGGESTIONS = 20;

/** A table by its name in the database, found while it is typed. */
export function TableField({ dataSourceId, label, value, error, onChange }: TableFieldProps) {
  const id = useId();
  const tables = trpc.semanticLayer.tables.useQuery({
    dataSourceId,
    pageSize: SUGGESTIONS,
    ...(value ? { find: value.slice(0, 200) } : {}),
  });
  return (
    <>
      <TextField
        label={label}
        error={error}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        list={id}
        maxLength={500}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={id}>
        {tables.data?.items.map(({ key }) => (
          <option key={key} value={key} />
        ))}
      </datalist>
    </>
  );
}
