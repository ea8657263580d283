import { useTranslation } from 'react-i18next';
import { SelectField } from '../../components/ui/select-field.tsx';
import { TagField } from '../../components/ui/tag-field.tsx';
import { fieldError } from '../../lib/field-error.ts';
import { CARDINALITY_WORDS } from './cardinalities.ts';
import type { EntryFormProps } from './entry-drawer.tsx';
import { FormFoot } from './form-foot.tsx';
import { type BodyOf, bodyOf, NO_WORDS } from './layer-body.ts';
import { MeaningFields } from './meaning-fields.tsx';
import { TableField } from './table-field.tsx';
import { useEntryForm } from './use-entry-form.ts';

const CARDINALITIES = ['many_to_one', 'one_to_one'] as const;
const ENDS = ['from', 'to'] as const;

const EMPTY: Omit<BodyOf<'join'>, 'from'> = { ...NO_WORDS, to: { table: '', columns: [] }, cardinality: 'many_to_one', rejected: false };
const keyOf = ({ from, to }: BodyOf<'join'>) => `${from.table}(${from.columns.join(', ')}) → ${to.table}(${to.columns.join(', ')})`;

export function JoinForm(props: EntryFormProps<'join'>) {
  const { dataSourceId, thing, table, onClose } = props;
  const { t } = useTranslation();
  const { body, change, propose, submit } = useEntryForm<BodyOf<'join'>>(
    props,
    () => (thing && bodyOf<'join'>(thing)) ?? { ...EMPTY, from: { table: table ?? '', columns: [] } },
    (key, edited) => ({ kind: 'join', key, body: edited }),
    keyOf,
  );
  const complete = ENDS.every((end) => body[end].table !== '' && body[end].columns.length > 0);
  return (
    <form noValidate className="grid gap-3.5" onSubmit={submit}>
      {ENDS.map((end) => (
        <div key={end} className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <div>
            <TableField
              dataSourceId={dataSourceId}
              label={t(`semantics.joinTable.${end}`)}
              value={body[end].table}
              error={fieldError(propose.error, `${end}.table`)}
              onChange={(next) => change({ [end]: { ...body[end], table: next } })}
            />
          </div>
          <TagField
            label={t(`semantics.joinColumns.${end}`)}
            hint={fieldError(propose.error, `${end}.columns`) ?? t('semantics.joinColumnsHint')}
            lang="en"
            value={body[end].columns}
            onChange={(columns) => change({ [end]: { ...body[end], columns: [...columns] } })}
          />
        </div>
      ))}
      <SelectField
        label={t('semantics.cardinalityLabel')}
        options={CARDINALITIES.map((value) => ({ value, label: t(CARDINALITY_WORDS[value]) }))}
        value={body.cardinality}
        onChange={(event) => change({ cardinality: CARDINALITIES.find((value) => value === event.target.value) ?? 'many_to_one' })}
      />
      <label className="flex items-start gap-2.5 text-s">
        <input
          type="checkbox"
          checked={body.rejected}
          onChange={(event) => change({ rejected: event.target.checked })}
          className="mt-0.5 size-4 accent-teal"
        />
        <span>
          <span className="font-label">{t('semantics.rejected')}</span>
          <span className="block text-xs text-ink-3">{t('semantics.rejectedHint')}</span>
        </span>
      </label>
      <p className="text-xs text-ink-3">{t('semantics.joinWordsHint')}</p>
      <MeaningFields words={body.words} description={body.description} onChange={change} />
      <FormFoot propose={propose} disabled={!complete} onCancel={onClose} />
    </form>
  );
}
