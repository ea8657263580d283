import type { DataSourceId } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { shownFailure } from '../../lib/api-error.ts';
import { download } from '../../lib/download.ts';
import { api } from '../../lib/trpc.ts';

/** The published layer as a file to review and keep. */
export function ExportCard({ dataSourceId }: { readonly dataSourceId: DataSourceId }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const failure = shownFailure(error);

  async function save() {
    setBusy(true);
    setError(null);
    try {
      const { fileName, text } = await api.semanticLayer.exportYaml.query({ dataSourceId });
      const href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
      download(href, fileName);
      // The browser took the file over with the press.
      setTimeout(() => URL.revokeObjectURL(href), 10_000);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className="card min-w-0 px-4 py-4">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-s font-strong">{t('semantics.export')}</h2>
          <p className="text-s text-ink-2">{t('semantics.exportText')}</p>
        </div>
        <Button icon="export" busy={busy} onClick={() => void save()}>
          {t('semantics.download')}
        </Button>
      </div>
      {failure !== null && <ErrorNotice error={failure} className="mt-3" />}
    </section>
  );
}
