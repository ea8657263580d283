import { type Dispatch, useRef } from 'react';
import { uploadFile } from '../../lib/upload-file.ts';
import type { WizardAction } from './wizard-state.ts';

let nextKey = 0;

/** Sends chosen files and tells the wizard how each one goes. */
export function useUploads(code: string, dispatch: Dispatch<WizardAction>) {
  const running = useRef(new Map<string, () => void>());
  return { add, remove };

  function add(files: readonly File[]): void {
    const started = files.map((file) => ({ file, base: { key: `upload-${nextKey++}`, name: file.name, size: file.size } }));
    dispatch({ type: 'uploads_added', items: started.map(({ base }) => ({ ...base, state: 'uploading', percent: 0 })) });
    for (const { file, base } of started) {
      const { done, abort } = uploadFile(file, {
        headers: { 'X-Setup-Code': code },
        onPercent: (percent) => dispatch({ type: 'upload_changed', item: { ...base, state: 'uploading', percent } }),
      });
      running.current.set(base.key, abort);
      done
        .then((uploaded) => dispatch({ type: 'upload_changed', item: { ...base, state: 'done', file: uploaded } }))
        .catch((error: unknown) => dispatch({ type: 'upload_changed', item: { ...base, state: 'failed', error } }))
        .finally(() => running.current.delete(base.key));
    }
  }

  function remove(key: string): void {
    running.current.get(key)?.();
    dispatch({ type: 'upload_removed', key });
  }
}
