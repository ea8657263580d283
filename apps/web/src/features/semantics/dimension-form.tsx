import { useTranslation } from 'react-i18next';
import { SqlField } from '../../components/sql-view/sql-field.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { fieldError } from '../../lib/field-error.ts';
import type { EntryFormProps } from './entry-drawer.tsx';
import { FormFoot } from './form-foot.tsx';
import { type BodyOf, bodyOf, NO_WORDS } from './layer-body.ts';
import { MeaningFields } from './meaning-fields.tsx';
import { TableField } from './table-field.tsx';
import { useEntryForm } from './use-entry-form.ts';

type ValueKind = BodyOf<'dimension'>['valueKind'];
const VALUE_KINDS: readonly ValueKind[] = ['text', 'integer', 'decimal', 'boolean', 'date', 'timestamp'];
const EMPTY = { ...NO_WORDS, expression: '', valueKind: 'text' } as const;

export function DimensionForm(props: EntryFormProps<'dimension'>) {
  const { dataSourceId, dialect, thing, table, onClose } = props;
  const { t } = useTranslation();
  const { body, change, key, propose, submit } = useEntryForm<BodyOf<'dimension'>>(
    props,
    () => (thing && bodyOf<'dimension'>(thing)) ?? { ...EMPTY, table: table ?? '' },
    (entry, edited) => ({ kind: 'dimension', key: entry, body: edited }),
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
        hint={t('semantics.dimensionExpressionHint')}
        error={fieldError(propose.error, 'expression')}
        dialect={dialect}
        value={body.expression}
        onChange={(expression) => change({ expression })}
      />
      <SelectField
        label={t('semantics.valueKindLabel')}
        options={VALUE_KINDS.map((value) => ({ value, label: t(`semantics.valueKind.${value}`) }))}
        value={body.valueKind}
        onChange={(event) => change({ valueKind: VALUE_KINDS.find((value) => value === event.target.value) ?? 'text' })}
      />
      <FormFoot propose={propose} disabled={key === '' || body.table === '' || body.expression.trim() === ''} onCancel={onClose} />
    </form>
  );
}
