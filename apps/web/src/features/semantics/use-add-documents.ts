import type { DataSourceId } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toasts } from '../../components/ui/toasts.tsx';
import { addDocument } from './add-document.ts';
import { useLayerChanged } from './use-layer.ts';

/** How a file that is being added fares. */
export interface Adding {
  readonly id: number;
  readonly name: string;
  readonly percent: number;
  readonly error: unknown;
}

let nextId = 0;

export function useAddDocuments(dataSourceId: DataSourceId) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  const [adding, setAdding] = useState<readonly Adding[]>([]);
  const change = (id: number, part: Partial<Adding>) => setAdding((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const forget = (id: number) => setAdding((all) => all.filter((one) => one.id !== id));
  return { adding, add, forget };

  async function add(files: readonly File[]) {
    const started = files.map((file) => ({ file, id: nextId++ }));
    setAdding((all) => [...all, ...started.map(({ file, id }) => ({ id, name: file.name, percent: 0, error: null }))]);
    // One after the other: each is cut into passages and indexed.
    for (const { file, id } of started) {
      try {
        await addDocument(dataSourceId, file, (percent) => change(id, { percent }));
        forget(id);
        toasts.add({ title: t('semantics.documentAdded', { name: file.name }), type: 'ok' });
        changed();
      } catch (error) {
        change(id, { error });
      }
    }
  }
}
