import { unifyLetters } from '../arabic/letters.ts';

const ORDER =
  /^((please|kindly|now|can you|could you|من فضلك|لو سمحت) )*(delete|erase|truncate|insert|update|drop|remove|add|set|change|increase|decrease|raise|lower|rename|modify|edit|احذف|امسح|اضف|عدل) (?!(in|of|over|between|from|by|up|per|to)\b)/;

/** "delete all orders": somebody wants the data changed. "change in sales" and "drop of orders" are figures. */
export function asksToChange(question: string): boolean {
  return ORDER.test(unifyLetters(question.toLowerCase()).trim());
}
