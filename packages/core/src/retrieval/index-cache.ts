import type { VisibleModel } from '../agent/visible-model.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import type { Thesaurus } from '../semantics/thesaurus.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import { hiddenWords, readsOnlyVisible, signatureOf, visibleDimensions } from './visibility.ts';

/** The index of what one circle of people may see. */
export interface CircleIndex extends SearchIndex {
  /** Whether a confirmed question reads nothing but what the circle may see. */
  maySee(verified: SourceSemantics['knowledge']['verified'][number]): Promise<boolean>;
}

/** Different policies of one source that are kept ready. */
const MOST_CIRCLES = 4;

/** Indexes live as long as the semantics they are made of, one per circle of people who may see the same. */
export function createIndexCache(thesaurus: Thesaurus) {
  const bySemantics = new WeakMap<SourceSemantics, Map<string, CircleIndex>>();
  const signatures = new WeakMap<VisibleModel, string>();
  return { indexFor };

  function indexFor(semantics: SourceSemantics, visible?: VisibleModel): CircleIndex {
    const circles = bySemantics.get(semantics) ?? new Map<string, CircleIndex>();
    bySemantics.set(semantics, circles);
    const circle = circleOf(semantics, visible);
    const index = circles.get(circle) ?? build(semantics, circle === EVERYTHING ? undefined : visible);
    // The last used stands last.
    circles.delete(circle);
    circles.set(circle, index);
    for (const oldest of circles.keys()) if (circles.size > MOST_CIRCLES) circles.delete(oldest);
    return index;
  }

  function circleOf({ model }: SourceSemantics, visible: VisibleModel | undefined): string {
    if (!visible) return EVERYTHING;
    const known = signatures.get(visible) ?? signatureOf(model, visible) ?? EVERYTHING;
    signatures.set(visible, known);
    return known;
  }

  function build(semantics: SourceSemantics, visible: VisibleModel | undefined): CircleIndex {
    const { model, knowledge, engine } = semantics;
    if (!visible) return { ...createSearchIndex({ model, knowledge, engine }, thesaurus), maySee: async () => true };
    const tellsHidden = hiddenWords(model, visible);
    const checked = new Map<string, Promise<boolean>>();
    const limited = createSearchIndex(
      {
        model: { ...visible, dimensions: visibleDimensions(model, visible) },
        knowledge: {
          glossary: knowledge.glossary.filter(
            ({ name, words, description }) => !tellsHidden(`${JSON.stringify(words)} ${name} ${description ?? ''}`),
          ),
          passages: knowledge.passages.filter(({ title, text }) => !tellsHidden(`${title} ${text}`)),
          verified: knowledge.verified,
        },
        engine,
      },
      thesaurus,
    );
    return { ...limited, maySee };

    function maySee(pair: SourceSemantics['knowledge']['verified'][number]): Promise<boolean> {
      const known = checked.get(pair.id) ?? (visible ? readsOnlyVisible(pair, semantics, visible) : Promise.resolve(true));
      checked.set(pair.id, known);
      return known;
    }
  }
}

const EVERYTHING = '';
