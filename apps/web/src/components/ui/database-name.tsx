import { Fragment } from 'react';

/** A table or column as the database calls it; a long one breaks between its words. */
export function DatabaseName({ name, className = '' }: { readonly name: string; readonly className?: string }) {
  return (
    <bdi dir="ltr" className={`font-mono break-words ${className}`}>
      {name.split(/(?<=[._])/).map((part, i) => (
        <Fragment key={`${i}:${part}`}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
