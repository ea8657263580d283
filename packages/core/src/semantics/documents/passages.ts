import type { SemanticDocumentRow } from '@majed-vanna/db';
import type { DocumentPassage } from '../knowledge.ts';

/** Long enough to hold a thought, short enough to be shown whole. */
const PASSAGE_CHARACTERS = 800;
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/;

/** Cuts a document at its headings, then between paragraphs, then, where a paragraph is too long, between sentences. */
export function passagesOf({ id, title, text }: Pick<SemanticDocumentRow, 'id' | 'title' | 'text'>): DocumentPassage[] {
  const passages: DocumentPassage[] = [];
  let heading: string | null = null;
  let gathered = '';
  for (const block of text.replaceAll('\r\n', '\n').split(/\n\s*\n|(?=^#{1,6}\s)/m)) {
    const [first = '', ...rest] = block.trim().split('\n');
    const found = HEADING.exec(first);
    if (found) {
      flush();
      heading = found[1] ?? null;
    }
    for (const piece of pieces(found ? rest.join('\n').trim() : block.trim())) add(piece);
  }
  flush();
  return passages;

  function add(piece: string): void {
    if (gathered && gathered.length + piece.length > PASSAGE_CHARACTERS) flush();
    gathered = gathered ? `${gathered}\n\n${piece}` : piece;
  }

  function flush(): void {
    if (gathered) passages.push({ id: `${id}.${passages.length}`, title: heading ? `${title}: ${heading}` : title, text: gathered });
    gathered = '';
  }
}

/** A paragraph, or its sentences gathered to pieces of about the same length; a sentence without end is cut hard. */
function pieces(paragraph: string): string[] {
  if (paragraph.length <= PASSAGE_CHARACTERS) return paragraph ? [paragraph] : [];
  const found: string[] = [];
  let gathered = '';
  for (const sentence of paragraph.split(/(?<=[.!?؟。])\s+|\n/u)) {
    if (gathered && gathered.length + sentence.length > PASSAGE_CHARACTERS) {
      found.push(gathered);
      gathered = '';
    }
    gathered = gathered ? `${gathered} ${sentence}` : sentence;
    while (gathered.length > PASSAGE_CHARACTERS) {
      found.push(gathered.slice(0, PASSAGE_CHARACTERS));
      gathered = gathered.slice(PASSAGE_CHARACTERS).trimStart();
    }
  }
  return gathered ? [...found, gathered] : found;
}
