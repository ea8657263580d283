/** Marks that sit on another character, and characters that steer and are not drawn. */
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** East Asian wide and full-width forms, and emoji: two cells of a terminal. */
const TWO_CELLS =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;

/** Cells that a text takes in a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += NO_WIDTH.test(character) ? 0 : TWO_CELLS.test(character) ? 2 : 1;
  return width;
}

/** At most `width` cells, with an ellipsis where something is missing. */
export function fitText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let [fitted, used] = ['', 0];
  for (const character of text) {
    used += textWidth(character);
    if (used > width - 1) break;
    fitted += character;
  }
  return `${fitted}…`;
}

export function padText(text: string, width: number, side: 'start' | 'end'): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return side === 'start' ? space + text : text + space;
}
