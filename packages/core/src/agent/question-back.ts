import type { Language } from '@majed-vanna/contract';
import { tidySentence } from './tidy-sentence.ts';

/** A question back to the person; without options it is answered in words. */
export interface QuestionBack {
  readonly prompt: string;
  readonly options: readonly { readonly label: string; readonly question: string }[];
}

/** As it may be shown; null when a part of it is in another language than the question, or nothing but markup. */
export function tidyQuestionBack({ prompt, options }: QuestionBack, language: Language): QuestionBack | null {
  const tidied = options.flatMap(({ label, question }) => {
    const asked = tidySentence(question, language);
    // A label may be a name of the data.
    const called = tidySentence(label, 'en') ?? tidySentence(label, language);
    return asked === null || called === null ? [] : [{ label: called, question: asked }];
  });
  const said = tidySentence(prompt, language);
  return said === null || tidied.length < options.length ? null : { prompt: said, options: tidied };
}

/** A reply that ends in a question and asks nothing of the database is one; null for any other. */
export function questionInProse(reply: string, language: Language): QuestionBack | null {
  const prompt = tidySentence(reply, language);
  return prompt !== null && /[?؟][\s*_"'”)]*$/.test(prompt) ? { prompt, options: [] } : null;
}
