import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Icon } from '../../components/ui/icon.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import type { DataProblem } from './data-source-input.ts';
import type { StepProps } from './step-frame.tsx';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';

const ACCEPT = '.csv,.tsv,.txt,.parquet,.json,.jsonl,.ndjson,.sqlite,.sqlite3,.db,.duckdb';

/** Own files: dropped or chosen, sent at once, each with its own fate. */
export function FilesPicker({ state, dispatch, problem }: StepProps & { readonly problem: DataProblem | null }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const uploads = useUploads(state.code, dispatch);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    uploads.add([...event.dataTransfer.files]);
  }

  return (
    <div className="mt-4 grid gap-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same by keyboard. */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`flex flex-col items-center gap-1 rounded-md border border-dashed px-4 py-6 text-center text-s ${over ? 'border-teal bg-teal-soft' : 'border-line-strong bg-sunken/50'}`}
      >
        <Icon name="upload" size={20} className="mb-1 text-ink-3" />
        <p className="font-label">{t('setup.dropHere')}</p>
        <p className="mb-2 text-ink-3">{t('setup.or')}</p>
        <Button onClick={() => input.current?.click()}>{t('setup.chooseFiles')}</Button>
        <p className="mt-2 text-xs text-ink-3">{t('setup.dropNote')}</p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={ACCEPT}
          aria-label={t('setup.chooseFiles')}
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])]);
            // The same file may be chosen again after it failed.
            event.target.value = '';
          }}
        />
      </div>
      <UploadList items={state.uploads} onRemove={uploads.remove} />
      {state.uploads.length > 0 && (
        <TextField
          label={t('setup.sourceName')}
          hint={t('setup.sourceNameHint')}
          error={problem === 'needName' ? t('setup.needName') : undefined}
          value={state.sourceName}
          dir="auto"
          maxLength={100}
          onChange={(event) => dispatch({ type: 'source_named', name: event.target.value })}
          className="max-w-[420px]"
        />
      )}
      {(problem === 'mixedFiles' || problem === 'waitForUploads') && <Notice tone="info">{t(`setup.${problem}`)}</Notice>}
    </div>
  );
}
