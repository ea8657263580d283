import type { LayerThing, SemanticEntryBody } from '@majed-vanna/contract';
import { type FormEvent, useState } from 'react';
import type { EntryFormProps } from './entry-drawer.tsx';
import type { EntryKind } from './entry-kinds.ts';
import { keyFrom, tidyWords, type Words } from './layer-body.ts';
import { usePropose } from './use-layer.ts';

type Edited = Pick<EntryFormProps<EntryKind>, 'dataSourceId' | 'onClose'> & { readonly thing: LayerThing | null };

/** What is typed of one statement, and its proposal. A new one gets its key from `keyOf`, else from its first name. */
export function useEntryForm<B extends { words: Words }>(
  { dataSourceId, thing, onClose }: Edited,
  initial: () => B,
  entryOf: (key: string, body: B) => SemanticEntryBody,
  keyOf: (body: B) => string = ({ words }) => keyFrom(tidyWords(words)),
) {
  const propose = usePropose(thing, onClose);
  const [body, setBody] = useState(initial);
  const key = thing?.key ?? keyOf(body);
  return { body, change, key, propose, submit };

  function change(part: Partial<B>): void {
    setBody((before) => ({ ...before, ...part }));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    propose.mutate({ dataSourceId, ...entryOf(key, { ...body, words: tidyWords(body.words) }) });
  }
}
