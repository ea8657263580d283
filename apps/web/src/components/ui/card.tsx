import type { ReactNode } from 'react';

/** A titled list of rows. */
export function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card min-w-0 overflow-clip">
      <h2 className="border-b border-line px-4 py-3 text-s font-strong">{title}</h2>
      {children}
    </section>
  );
}
