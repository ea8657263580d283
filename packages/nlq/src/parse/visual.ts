import { emptyPending, type ParserState } from './parser-state.ts';

/** Words of charts: "scatterplot of X vs Y colored by Z", "histogram of X". */
export function onVisual(
  state: ParserState,
  key: 'versus' | 'relates' | 'comparison' | 'histogram' | 'chart' | 'scatter' | 'series' | 'overTime',
  text: string,
): void {
  const { frame, pending } = state;
  switch (key) {
    case 'versus':
    case 'relates':
      frame.compared ||= key === 'versus';
      // "the top 3 in terms of price" are picked by it.
      if (pending.top !== null || frame.limit !== null) {
        pending.preposition = 'by';
        break;
      }
      frame.visual ??= 'chart';
      // "count vs region": what was announced is whole without what follows.
      if (pending.count) {
        frame.projections.push({ kind: 'count', mention: null, aggregate: null, distinct: pending.distinct, anchor: null });
        pending.count = false;
      }
      pending.preposition = null;
      state.mode = 'proj';
      break;
    case 'scatter':
      // "scatterplot" wants points; "relationship" leaves it to what is related.
      frame.visual = /scatter|bubble|point|dot|xy/.test(text.toLowerCase()) ? 'scatter' : (frame.visual ?? 'chart');
      state.mode = 'proj';
      break;
    case 'comparison':
      frame.compared = true;
      frame.visual ??= 'chart';
      state.mode = 'proj';
      break;
    case 'histogram':
      frame.visual = frame.visual === 'scatter' ? 'scatter' : 'histogram';
      state.mode = 'proj';
      break;
    case 'series':
      if (frame.visual !== 'scatter') frame.visual = 'series';
      break;
    case 'chart':
    case 'overTime':
      frame.visual ??= 'chart';
      if (/^(bar|line|pie|stacked|area|column|multi|graph|chart)/.test(text.toLowerCase()))
        state.pending = {
          ...emptyPending(),
          aggregates: pending.aggregates,
          count: pending.count,
          top: pending.top,
          distinct: pending.distinct,
          group: pending.group,
        };
      break;
  }
}
