/** Angle brackets, also those that only look like one; invisible characters hide between letters. */
const OPENING = /[<\u2039\u2329\u27e8\u3008\ufe64\uff1c](?=[\s\p{Cf}/\u2044\u2215\uff0f]*[dｄ]\p{Cf}*[aａ]\p{Cf}*[tｔ]\p{Cf}*[aａ])/giu;

/** Text that others wrote, marked as such: it cannot end its own delimiter. */
export function asData(text: string): string {
  return `<data>\n${undelimited(text)}\n</data>`;
}

/** Text of the data or of its documents must not open or close a delimiter. */
export function undelimited(text: string): string {
  return text.replace(OPENING, '(');
}
