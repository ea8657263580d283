import type { Frame } from '../parse/frame.ts';
import type { Token } from '../parse/token.ts';
import {
  asksFigure,
  asksFigureBeside,
  asksHowMany,
  asksSides,
  BESIDES,
  DRAWN_AS,
  isBareFigure,
  isMetric,
  PICKS,
  spoken,
  TOTAL,
} from './asked-change.ts';

const LEADS =
  /^(and|but|only|just|what about|how about|now|then|also|by|per|for|in|as|top|bottom|first|last|without|excluding|except|instead|same|compared|sort|order|from|since|before|after|break|exclude|leave out)\b|\bonly$/;
/** Of these, the ones that say so whatever follows: "top 5 products by net sales" is whole, "only corporate customers" is not. */
const GOES_ON =
  /^(and|but|only|just|what about|how about|now|then|also|except|instead|same|compared|sort|order|break|exclude|leave out)\b|\bonly$/;
/** Of these, the ones that say when or where: with rows named behind them they are whole, "last month's orders". */
const PLACES = /^(in|for|from|since|before|after|first|last)\b/;
const LINK = /^(and|but|now|then|also) /;
const ASKS = /^(show|list|give|find|what (is|are|was|were)|which|who|how many|how much)\b/;
/** "show them by branch", "and their names", «وهامشها». */
const POINTS_BACK =
  /^((show|list|give|find|and|sort|order) )?(me )?((it|that|them|these|those|their|its)\b|(?!ال)\p{Script=Arabic}{3,}(ها|هم|هن)(?!\p{L}))/u;

/** May the words go on from the plan before rather than ask something new? */
export function looksLikeFollowUp(tokens: readonly Token[], frame: Frame): boolean {
  const { text, short } = spoken(tokens);
  if (changesWhole(tokens, frame) || (short && isBareFigure(text, frame))) return true;
  return (
    short &&
    (LEADS.test(text) || BESIDES.test(text) || !(asksFigure(frame) || asksEntity(frame))) &&
    (!ASKS.test(text) || asksNothingOfItsOwn(text, frame))
  );
}

/** What is said can be said of nothing but the answer before. */
function changesWhole(tokens: readonly Token[], frame: Frame): boolean {
  const { text, short } = spoken(tokens);
  return DRAWN_AS.test(text) || (short && asksHowMany(text, frame)) || asksSides(frame);
}

/** "what is the growth?", "show it as a pie chart", "show the total instead": the words ask, and name nothing. */
function asksNothingOfItsOwn(text: string, { projections, anchors, conditions, growth, visual }: Frame): boolean {
  if (PICKS.test(text)) return false;
  const changes = growth !== null || visual !== null || TOTAL.test(text);
  return projections.length === 0 && anchors.length === 0 && conditions.length === 0 && changes;
}

/** How far a question can be read without what was asked before; `unclear`: it names no figure, and has words nobody knows. */
export type Leaning = 'whole' | 'unclear' | 'leaning';

/** For a question behind an answer: may it be read as if nothing had been asked before? */
export function leaningOf(tokens: readonly Token[], frame: Frame): Leaning {
  const { text, short } = spoken(tokens);
  const asks = asksFigure(frame) || asksEntity(frame);
  if (POINTS_BACK.test(text) || changesWhole(tokens, frame)) return 'leaning';
  if ((asks || frame.projections.some(({ anchor }) => anchor !== null)) && ASKS.test(text.replace(LINK, ''))) return 'whole';
  if (!short || !looksLikeFollowUp(tokens, frame)) return 'whole';
  if (GOES_ON.test(text) || BESIDES.test(text) || asksFigureBeside(text, frame)) return 'leaning';
  if (asksFigure(frame) || asksRanking(frame) || (asks && PLACES.test(text))) return 'whole';
  return LEADS.test(text) || frame.unread.length === 0 ? 'leaning' : 'unclear';
}

/** "top 5 products by net sales" */
function asksRanking(frame: Frame): boolean {
  return asksEntity(frame) && frame.orders.some(({ count, aggregate, mention }) => count || aggregate !== null || isMetric(mention));
}

function asksEntity({ projections }: Frame): boolean {
  return projections.some(({ kind }) => kind === 'entity');
}
