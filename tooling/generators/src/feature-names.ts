/** One noun in every spelling that the rooms use. */
export interface FeatureNames {
  /** `saved-question` */
  readonly kebab: string;
  /** `saved-questions` */
  readonly kebabPlural: string;
  /** `savedQuestion` */
  readonly camel: string;
  /** `savedQuestions` */
  readonly camelPlural: string;
  /** `SavedQuestion` */
  readonly pascal: string;
  /** `saved_questions` */
  readonly table: string;
  /** `saved question` */
  readonly words: string;
  /** `saved questions` */
  readonly wordsPlural: string;
  /** `no_such_saved_question`, the reason of an error */
  readonly absent: string;
  /** Three letters in front of every id of the kind. */
  readonly prefix: string;
}

/** @throws Error with a sentence for whoever typed the name */
export function featureNames(name: string, takenPrefixes: readonly string[]): FeatureNames {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(`'${name}' is no feature name: one noun in the singular, in kebab-case, e.g. saved-question`);
  const kebabPlural = plural(name);
  const camel = camelCase(name);
  return {
    kebab: name,
    kebabPlural,
    camel,
    camelPlural: camelCase(kebabPlural),
    pascal: camel.charAt(0).toUpperCase() + camel.slice(1),
    table: kebabPlural.replaceAll('-', '_'),
    words: name.replaceAll('-', ' '),
    absent: `no_such_${name.replaceAll('-', '_')}`,
    wordsPlural: kebabPlural.replaceAll('-', ' '),
    prefix: freePrefix(name, takenPrefixes),
  };
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function camelCase(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase());
}

/** The first letter and two consonants behind it, as the other kinds have it; the next two when those are taken. */
function freePrefix(name: string, taken: readonly string[]): string {
  const [first = 'x', ...rest] = name.replaceAll(/[^a-z]/g, '');
  const letters = [...rest.filter((letter) => !'aeiou'.includes(letter)), ...rest, 'x', 'y', 'z'];
  for (let i = 0; i < letters.length; i++) {
    for (let j = i + 1; j < letters.length; j++) {
      const prefix = `${first}${letters[i]}${letters[j]}`;
      if (!taken.includes(prefix)) return prefix;
    }
  }
  throw new Error(`no id prefix is left for '${name}'`);
}
