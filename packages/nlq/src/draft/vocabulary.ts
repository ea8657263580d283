import { ABBREVIATIONS } from '../lexicon/abbreviations.ts';

/** Plain words that names run together without a mark between them, as in `lastname` or `orderdate`. */
const WORDS = `
account active activity actual address age agent amount area arrival author average balance base begin birth body book branch brand budget building business
capacity card cart category cell center change channel charge check child city class client close code color comment company contact content contract cost count country
course create created credit currency current customer daily data date day days default delivery department departure deposit description destination detail details device
diameter discount distance district document driver due duration email employee end entry event expense expiry fact family fee file final first flag flight floor full gender grade gross group
head height hire history home hour hours image index individual insurance interest invoice item job join key kind label language last latitude leave length level line list loan local location log login
longitude mail main manager market master maximum median member message method middle minimum model modified month monthly name nation net new note number office old online open order origin owner
page parent part party password patient pay payment percent percentage period person phone picture place plan point population position post postal price primary priority product profit project province
publication purchase quantity quarter question rank rate rating ratio reason receipt record reference region registration release report request result return revenue review role room row salary sale sales
schedule school score season section segment sequence service session sex ship shipping shop size source speed staff stamp start state station status stock stop store street student sub subject
sum supplier table target tax team term text ticket time title total track transaction transfer trip type unit update updated user valid value vehicle vendor version visit volume warehouse website week weekly weight
width work worker year yearly zip zone`
  .split(/\s+/)
  .filter(Boolean);

/** Short pieces that only stand at the end of a name. */
const ENDINGS = new Set(['id', 'no', 'nm', 'cd', 'dt', 'by']);
const SHORTEST_PIECE = 3;
const SHORTEST_COMPOUND = 5;

/** Cuts a run of letters into words, `orderdate` into `order date`; the run itself where that cannot be done with known words. */
export function segment(run: string, extraWords: ReadonlySet<string> = new Set()): string[] {
  const known = (piece: string) => VOCABULARY.has(piece) || extraWords.has(piece);
  if (run.length < SHORTEST_COMPOUND || known(run) || known(run.replace(/s$/, ''))) return [run];
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= run.length; end++) {
    best[end] = null;
    for (let start = 0; start < end; start++) {
      const before = best[start];
      const piece = run.slice(start, end);
      const fits =
        piece.length >= SHORTEST_PIECE ? known(piece) || known(piece.replace(/s$/, '')) : end === run.length && ENDINGS.has(piece);
      if (before && fits && (best[end]?.length ?? Number.POSITIVE_INFINITY) > before.length + 1) best[end] = [...before, piece];
    }
  }
  return best[run.length] ?? [run];
}

const VOCABULARY: ReadonlySet<string> = new Set([
  ...WORDS,
  ...Object.keys(ABBREVIATIONS).filter((short) => short.length >= SHORTEST_PIECE),
]);
