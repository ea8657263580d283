import type { ReactNode } from 'react';

/** A large number with its name and a note; of a `<dl>`. */
export function Figure({ name, note, children }: { readonly name: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <div className="card min-w-0 px-4 py-3.5">
      <dt className="text-xs font-[500] text-ink-2">{name}</dt>
      <dd>
        <span className="num mt-1 block text-xl font-title tracking-[-0.01em] break-words">{children}</span>
        {note && <span className="num mt-1 block text-xs text-ink-3">{note}</span>}
      </dd>
    </div>
  );
}
