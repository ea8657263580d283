import { type DataSourceId, type LayerFormat, type LayerImport, layerFormatOf } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { FileButton } from '../../components/ui/file-button.tsx';
import { TextArea } from '../../components/ui/text-area.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { shownFailure } from '../../lib/api-error.ts';
import { api } from '../../lib/trpc.ts';
import { contentOf } from './add-document.ts';
import { ImportResult } from './import-result.tsx';
import { useLayerChanged } from './use-layer.ts';

interface ChosenFile {
  readonly file: File;
  readonly format: LayerFormat;
}

/** A file is read and compared first; only then can it be taken over. Its format is told by what is in it. */
export function ImportCard({ dataSourceId }: { readonly dataSourceId: DataSourceId }) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  const [replace, setReplace] = useState(false);
  const [text, setText] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [result, setResult] = useState<LayerImport | null>(null);
  const failure = shownFailure(error);
  const format = file ? file.format : text.trim() === '' ? null : layerFormatOf(text);
  // What was compared is not what is there now.
  const reset = () => {
    setResult(null);
    setError(null);
  };

  async function run(dryRun: boolean) {
    setBusy(true);
    setError(null);
    try {
      const content = file ? await contentOf(file.file, () => {}) : { text };
      const input = { dataSourceId, dryRun, ...content };
      const next =
        format === 'dbt'
          ? await api.semanticLayer.importDbt.mutate(input)
          : await api.semanticLayer.importYaml.mutate({ ...input, replace });
      setResult(next);
      if (!next.applied) return;
      changed();
      setText('');
      setFile(null);
      toasts.add({ title: t('semantics.imported', { count: next.differences.length }), type: 'ok' });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  }

  const ready = result !== null && !result.applied && result.problems.length === 0 && result.differences.length > 0;
  return (
    <section className="card min-w-0 px-4 py-4">
      <h2 className="text-s font-strong">{t('semantics.import')}</h2>
      <p className="text-s text-ink-2">{t('semantics.importText')}</p>
      <div className="mt-3 grid gap-3.5">
        {file ? (
          <p className="flex items-center gap-2.5 text-s">
            <bdi className="min-w-0 truncate font-label">{file.file.name}</bdi>
            <Button
              onClick={() => {
                setFile(null);
                reset();
              }}
            >
              {t('semantics.otherFile')}
            </Button>
          </p>
        ) : (
          <>
            <div>
              <FileButton
                accept=".yaml,.yml,.json"
                label={t('semantics.chooseFile')}
                onFiles={async ([first]) => {
                  reset();
                  setFile(first ? { file: first, format: layerFormatOf(await first.text()) } : null);
                }}
              />
            </div>
            <TextArea
              label={t('semantics.orPaste')}
              dir="ltr"
              code
              rows={6}
              spellCheck={false}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                reset();
              }}
            />
          </>
        )}
        {format !== null && (
          <p role="status" className="text-s text-ink-2">
            {t('semantics.importRecognised', { format: t(`semantics.importFormatOf.${format}`) })}
          </p>
        )}
        {format === 'yaml' && (
          <label className="flex items-start gap-2.5 text-s">
            <input
              type="checkbox"
              checked={replace}
              onChange={(event) => {
                setReplace(event.target.checked);
                reset();
              }}
              className="mt-0.5 size-4 accent-teal"
            />
            <span>
              <span className="font-label">{t('semantics.replace')}</span>
              <span className="block text-xs text-ink-3">{t('semantics.replaceText')}</span>
            </span>
          </label>
        )}
        {failure !== null && <ErrorNotice error={failure} />}
        {result && <ImportResult result={result} />}
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button look={ready ? 'plain' : 'primary'} busy={busy} disabled={!file && text.trim() === ''} onClick={() => void run(true)}>
            {t('semantics.compare')}
          </Button>
          {ready && (
            <Button look="primary" busy={busy} onClick={() => void run(false)}>
              {t('semantics.importNow', { count: result.differences.length })}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
