import { useTranslation } from 'react-i18next';
import { SqlField } from '../../components/sql-view/sql-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { fieldError } from '../../lib/field-error.ts';
import type { EntryFormProps } from './entry-drawer.tsx';
import { FormFoot } from './form-foot.tsx';
import { FormatFields } from './format-fields.tsx';
import { type BodyOf, bodyOf, NO_WORDS } from './layer-body.ts';
import { MeaningFields } from './meaning-fields.tsx';
import { TableField } from './table-field.tsx';
import { useEntryForm } from './use-entry-form.ts';

const EMPTY = { ...NO_WORDS, format: null, currency: null, expression: '', filter: null, dateColumn: null };

export function MetricForm(props: EntryFormProps<'metric'>) {
  const { dataSourceId, dialect, thing, table, onClose } = props;
  const { t } = useTranslation();
  const { body, change, key, propose, submit } = useEntryForm<BodyOf<'metric'>>(
    props,
    () => (thing && bodyOf<'metric'>(thing)) ?? { ...EMPTY, table: table ?? '' },
    (entry, edited) => ({ kind: 'metric', key: entry, body: edited }),
  );
  return (
    <form noValidate className="grid gap-3.5" onSubmit={submit}>
      <MeaningFields words={body.words} description={body.description} onChange={change} />
      <TableField
        dataSourceId={dataSourceId}
        label={t('semantics.ofTable')}
        value={body.table}
        error={fieldError(propose.error, 'table')}
        onChange={(next) => change({ table: next })}
      />
      <SqlField
        label={t('semantics.expression')}
        hint={t('semantics.metricExpressionHint')}
        error={fieldError(propose.error, 'expression')}
        dialect={dialect}
        value={body.expression}
        onChange={(expression) => change({ expression })}
      />
      <SqlField
        label={t('semantics.filter')}
        hint={t('semantics.filterHint')}
        error={fieldError(propose.error, 'filter')}
        dialect={dialect}
        value={body.filter ?? ''}
        onChange={(filter) => change({ filter: filter.trim() === '' ? null : filter })}
      />
      <TextField
        label={t('semantics.dateColumn')}
        hint={t('semantics.dateColumnHint')}
        error={fieldError(propose.error, 'dateColumn')}
        dir="ltr"
        spellCheck={false}
        maxLength={500}
        value={body.dateColumn ?? ''}
        onChange={(event) => change({ dateColumn: event.target.value.trim() || null })}
      />
      <FormatFields format={body.format} currency={body.currency} onChange={change} />
      <FormFoot propose={propose} disabled={key === '' || body.table === '' || body.expression.trim() === ''} onCancel={onClose} />
    </form>
  );
}
