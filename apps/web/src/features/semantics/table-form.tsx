import type { DataSourceId, LayerTable } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../components/ui/select-field.tsx';
import { TextArea } from '../../components/ui/text-area.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { FormFoot } from './form-foot.tsx';
import { type BodyOf, bodyOf, NO_WORDS, tidyWords } from './layer-body.ts';
import { usePropose } from './use-layer.ts';
import { WordsFields } from './words-fields.tsx';

interface TableFormProps {
  readonly dataSourceId: DataSourceId;
  readonly table: LayerTable;
  onClose(): void;
}

export function TableForm({ dataSourceId, table, onClose }: TableFormProps) {
  const { t } = useTranslation();
  const propose = usePropose(table.thing, onClose);
  const [body, setBody] = useState<BodyOf<'table'>>(() => bodyOf<'table'>(table.thing) ?? { ...NO_WORDS, displayColumn: null, plural: {} });
  const change = (part: Partial<BodyOf<'table'>>) => setBody({ ...body, ...part });
  const pluralOf = (lang: 'en' | 'ar', text: string) => {
    const { [lang]: _old, ...others } = body.plural;
    change({ plural: text === '' ? others : { ...others, [lang]: text } });
  };
  return (
    <form
      noValidate
      className="mt-4 grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate({ dataSourceId, kind: 'table', key: table.key, body: { ...body, words: tidyWords(body.words) } });
      }}
    >
      <WordsFields value={body.words} onChange={(words) => change({ words })} />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField
          label={t('semantics.plural.en')}
          hint={t('semantics.pluralHint')}
          lang="en"
          dir="ltr"
          maxLength={200}
          value={body.plural.en ?? ''}
          onChange={(event) => pluralOf('en', event.target.value)}
        />
        <TextField
          label={t('semantics.plural.ar')}
          lang="ar"
          dir="rtl"
          maxLength={200}
          value={body.plural.ar ?? ''}
          onChange={(event) => pluralOf('ar', event.target.value)}
        />
      </div>
      <TextArea
        label={t('semantics.description')}
        dir="auto"
        maxLength={5_000}
        placeholder={table.comment ?? undefined}
        value={body.description ?? ''}
        onChange={(event) => change({ description: event.target.value === '' ? null : event.target.value })}
      />
      <SelectField
        label={t('semantics.displayColumn')}
        hint={t('semantics.displayColumnHint')}
        options={[
          { value: '', label: t('semantics.displayColumnDraft') },
          ...table.columns.map(({ name }) => ({ value: name, label: name })),
        ]}
        value={body.displayColumn ?? ''}
        onChange={(event) => change({ displayColumn: event.target.value || null })}
      />
      <FormFoot propose={propose} onCancel={onClose} />
    </form>
  );
}
