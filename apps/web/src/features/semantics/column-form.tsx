import type { DataSourceId, LayerTable } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea } from '../../components/ui/text-area.tsx';
import { FormFoot } from './form-foot.tsx';
import { FormatFields } from './format-fields.tsx';
import { type BodyOf, bodyOf, NO_WORDS, tidyWords } from './layer-body.ts';
import { usePropose } from './use-layer.ts';
import { fromValueNames, toValueNames, type ValueName } from './value-names.ts';
import { ValueNamesField } from './value-names-field.tsx';
import { WordsFields } from './words-fields.tsx';

interface ColumnFormProps {
  readonly dataSourceId: DataSourceId;
  readonly column: LayerTable['columns'][number];
  onClose(): void;
}

export function ColumnForm({ dataSourceId, column, onClose }: ColumnFormProps) {
  const { t } = useTranslation();
  const propose = usePropose(column.thing, onClose);
  const [body, setBody] = useState<BodyOf<'column'>>(
    () => bodyOf<'column'>(column.thing) ?? { ...NO_WORDS, format: null, currency: null, values: {} },
  );
  const [values, setValues] = useState<readonly ValueName[]>(() => toValueNames(body.values));
  const change = (part: Partial<BodyOf<'column'>>) => setBody({ ...body, ...part });
  const isNumber = column.kind === 'integer' || column.kind === 'decimal';
  return (
    <form
      noValidate
      className="mt-3 grid gap-3 rounded-md bg-sunken/50 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        const next = { ...body, words: tidyWords(body.words), values: fromValueNames(values) };
        propose.mutate({ dataSourceId, kind: 'column', key: column.thing.key, body: next });
      }}
    >
      <WordsFields value={body.words} onChange={(words) => change({ words })} />
      <TextArea
        label={t('semantics.description')}
        dir="auto"
        maxLength={5_000}
        placeholder={column.comment ?? undefined}
        value={body.description ?? ''}
        onChange={(event) => change({ description: event.target.value === '' ? null : event.target.value })}
      />
      {isNumber && <FormatFields format={body.format} currency={body.currency} onChange={change} />}
      <ValueNamesField value={values} onChange={setValues} />
      <FormFoot propose={propose} onCancel={onClose} />
    </form>
  );
}
