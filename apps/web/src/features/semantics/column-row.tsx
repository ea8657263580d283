import type { DataSourceId, LayerTable } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ColumnForm } from './column-form.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { bodyOf } from './layer-body.ts';
import { ThingBadges, ThingReasons } from './thing-badges.tsx';
import { WordsLine } from './words-line.tsx';

interface ColumnRowProps {
  readonly dataSourceId: DataSourceId;
  readonly column: LayerTable['columns'][number];
  readonly editing: boolean;
  onEdit(editing: boolean): void;
}

export function ColumnRow({ dataSourceId, column, editing, onEdit }: ColumnRowProps) {
  const { t } = useTranslation();
  const { name, nativeType, isKey, comment, thing } = column;
  const body = bodyOf<'column'>(thing);
  const description = body?.description ?? comment;
  const valueCount = Object.keys(body?.values ?? {}).length;
  const details = [
    body?.format ? t(`semantics.format.${body.format}`) : null,
    body?.currency ?? null,
    valueCount > 0 ? t('semantics.valueNames', { count: valueCount }) : null,
  ].filter((detail) => detail !== null);
  return (
    <li className="px-4 py-3 text-s">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <WordsLine words={body?.words} fallback={name} />
          {description && (
            <span className="mt-0.5 block break-words text-ink-2">
              <bdi>{description}</bdi>
            </span>
          )}
          <ThingReasons thing={thing} />
        </div>
        <div className="min-w-0 basis-52 text-xs text-ink-3">
          <span className="block">
            <bdi dir="ltr" className="font-mono break-all text-ink-2">
              {name}
            </bdi>
          </span>
          <span>
            <bdi dir="ltr">{nativeType}</bdi>
            {isKey && ` · ${t('semantics.key')}`}
          </span>
          {details.length > 0 && <span className="block">{details.join(' · ')}</span>}
        </div>
        <div className="flex flex-wrap items-center gap-2 sm:basis-64 sm:justify-end">
          <ThingBadges thing={thing} />
          {!editing && (
            <>
              <ConfirmButton dataSourceId={dataSourceId} thing={thing} />
              <Button aria-label={t('semantics.editOf', { name })} onClick={() => onEdit(true)}>
                {t('semantics.edit')}
              </Button>
            </>
          )}
        </div>
      </div>
      {editing && <ColumnForm dataSourceId={dataSourceId} column={column} onClose={() => onEdit(false)} />}
    </li>
  );
}
