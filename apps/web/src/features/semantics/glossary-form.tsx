import { useTranslation } from 'react-i18next';
import { SqlField } from '../../components/sql-view/sql-field.tsx';
import { fieldError } from '../../lib/field-error.ts';
import type { EntryFormProps } from './entry-drawer.tsx';
import { FormFoot } from './form-foot.tsx';
import { type BodyOf, bodyOf, NO_WORDS } from './layer-body.ts';
import { MeaningFields } from './meaning-fields.tsx';
import { TableField } from './table-field.tsx';
import { useEntryForm } from './use-entry-form.ts';

export function GlossaryForm(props: EntryFormProps<'glossary'>) {
  const { dataSourceId, dialect, thing, table, onClose } = props;
  const { t } = useTranslation();
  const { body, change, key, propose, submit } = useEntryForm<BodyOf<'glossary'>>(
    props,
    () => (thing && bodyOf<'glossary'>(thing)) ?? { ...NO_WORDS, condition: table === null ? null : { table, filter: '' } },
    (entry, edited) => ({ kind: 'glossary', key: entry, body: edited }),
  );
  const { condition } = body;
  return (
    <form noValidate className="grid gap-3.5" onSubmit={submit}>
      <MeaningFields words={body.words} description={body.description} onChange={change} />
      <label className="flex items-center gap-2.5 text-s font-label">
        <input
          type="checkbox"
          checked={condition !== null}
          onChange={(event) => change({ condition: event.target.checked ? { table: table ?? '', filter: '' } : null })}
          className="size-4 accent-teal"
        />
        {t('semantics.standsForRows')}
      </label>
      {condition && (
        <>
          <TableField
            dataSourceId={dataSourceId}
            label={t('semantics.ofTable')}
            value={condition.table}
            error={fieldError(propose.error, 'condition.table')}
            onChange={(next) => change({ condition: { ...condition, table: next } })}
          />
          <SqlField
            label={t('semantics.condition')}
            hint={t('semantics.filterHint')}
            error={fieldError(propose.error, 'condition.filter')}
            dialect={dialect}
            value={condition.filter}
            onChange={(filter) => change({ condition: { ...condition, filter } })}
          />
        </>
      )}
      <FormFoot propose={propose} disabled={key === ''} onCancel={onClose} />
    </form>
  );
}
