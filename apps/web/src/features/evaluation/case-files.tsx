import type { DataSourceId, EvaluationSetRef } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { FileButton } from '../../components/ui/file-button.tsx';
import { Menu, MenuItem } from '../../components/ui/menu.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { download } from '../../lib/download.ts';
import { api, trpc } from '../../lib/trpc.ts';

interface CaseFilesProps {
  readonly dataSourceId: DataSourceId;
  readonly setId: EvaluationSetRef;
  onError(error: unknown): void;
}

/** Cases from a file and into one. */
export function CaseFiles({ dataSourceId, setId, onError }: CaseFilesProps) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const [busy, setBusy] = useState(false);

  async function guarded(work: () => Promise<void>) {
    setBusy(true);
    onError(null);
    await work().catch(onError);
    setBusy(false);
  }

  const save = (format: 'jsonl' | 'yaml') =>
    guarded(async () => {
      const { fileName, text } = await api.evaluation.exportCases.query({ dataSourceId, setId, format });
      const href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
      download(href, fileName);
      // The browser took the file over with the press.
      setTimeout(() => URL.revokeObjectURL(href), 10_000);
    });

  const read = (files: readonly File[]) =>
    guarded(async () => {
      const [file] = files;
      if (!file || setId === null) return;
      const imported = await api.evaluation.importCases.mutate({ setId, text: await file.text() });
      await queries.evaluation.cases.invalidate();
      await queries.evaluation.sets.invalidate();
      toasts.add({ title: t('evaluation.imported', imported), type: 'ok' });
    });

  return (
    <>
      {setId !== null && (
        <FileButton
          label={t('evaluation.import')}
          accept=".jsonl,.yaml,.yml,application/yaml,application/jsonl"
          busy={busy}
          onFiles={(files) => void read(files)}
        />
      )}
      <Menu
        align="end"
        trigger={
          <Button icon="export" busy={busy}>
            {t('evaluation.export')}
          </Button>
        }
      >
        <MenuItem icon="file" onClick={() => void save('yaml')}>
          {t('evaluation.exportYaml')}
        </MenuItem>
        <MenuItem icon="file" onClick={() => void save('jsonl')}>
          {t('evaluation.exportJsonl')}
        </MenuItem>
      </Menu>
    </>
  );
}
