import type { JoinGraph } from '../join/join-graph.ts';
import { OWN_NAME } from '../lexicon/lexicon.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame } from '../parse/frame.ts';
import { type Option, type Slot, slotsOf } from './slots.ts';

/** Every mention with what it stands for; better resolutions score higher. */
export interface Resolution {
  readonly chosen: ReadonlyMap<number, Option>;
  readonly score: number;
  /** Mean quality of the links, 0 to 1. */
  readonly quality: number;
  /** The poorest link. */
  readonly weakest: number;
}

const BEAM = 48;
const EDGE_COST = 0.16;
const APART_COST = 1.2;
const ANCHOR_BONUS = 0.3;
const SIDE_BY_SIDE_COST = 0.4;
const NEAR_BONUS = 0.12;
/** A name said as it stands outweighs a shorter way to something like it. */
const OWN_NAME_BONUS = 0.12;

/** Settles all mentions together: good links, few joins, columns in the tables they were said to belong to. */
export function resolveFrame(frame: Frame, prepared: PreparedModel, graph: JoinGraph): Resolution[] {
  const slots = slotsOf(frame, prepared).filter((slot) => slot.options.length > 0);
  slots.sort((a, b) => tableFirst(a) - tableFirst(b) || a.options.length - b.options.length || a.mention.start - b.mention.start);
  let beam: Partial[] = [{ chosen: new Map(), tables: [], link: 0 }];
  for (const slot of slots) {
    const next: Partial[] = [];
    for (const partial of beam) for (const option of slot.options) next.push(extend(partial, slot, option));
    for (const partial of next) partial.rank = partial.link - treeCost(partial.tables);
    next.sort((a, b) => (b.rank ?? 0) - (a.rank ?? 0));
    beam = next.slice(0, BEAM);
  }
  const weights = slots.reduce((sum, slot) => sum + slot.weight, 0) || 1;
  return beam.map((partial) => {
    const scores = slots.map((slot) => Math.min(1, partial.chosen.get(slot.mention.id)?.score ?? 0));
    return {
      chosen: partial.chosen,
      score: partial.rank ?? partial.link,
      quality: slots.reduce((sum, slot, index) => sum + (scores[index] ?? 0) * slot.weight, 0) / weights,
      weakest: Math.min(1, ...scores),
    };
  });

  function extend(partial: Partial, slot: Slot, option: Option): Partial {
    const chosen = new Map(partial.chosen);
    chosen.set(slot.mention.id, option);
    const tables = partial.tables.includes(option.ref.table) ? partial.tables : [...partial.tables, option.ref.table];
    return {
      chosen,
      tables,
      link: partial.link + option.score * slot.weight + (option.score >= OWN_NAME ? OWN_NAME_BONUS : 0) + bond(slot, option, chosen),
    };
  }

  function bond(slot: Slot, option: Option, chosen: ReadonlyMap<number, Option>): number {
    let bonus = option.withTable ? 0.05 : 0;
    if (option.value !== null && doubles(slot, option, chosen)) bonus -= SIDE_BY_SIDE_COST;
    for (const [other, full] of [
      [slot.anchor, ANCHOR_BONUS],
      [slot.near, NEAR_BONUS],
    ] as const) {
      if (other === null) continue;
      const table = chosen.get(other.id)?.ref.table;
      if (table === undefined) continue;
      bonus += table === option.ref.table ? full : -0.04 * Math.min(4, graph.distance(table, option.ref.table));
    }
    return bonus;
  }

  /** "Springfield Illinois": values side by side are of different columns. */
  function doubles(slot: Slot, option: Option, chosen: ReadonlyMap<number, Option>): boolean {
    return slots.some((other) => {
      const beside = other.mention.end === slot.mention.start || slot.mention.end === other.mention.start;
      const taken = beside && other !== slot ? chosen.get(other.mention.id) : undefined;
      return (
        taken?.value != null &&
        option.value !== null &&
        taken.value.table === option.value.table &&
        taken.value.column === option.value.column
      );
    });
  }

  /** Edges of a small tree over the tables: nearest neighbour by nearest neighbour. */
  function treeCost(tables: readonly number[]): number {
    if (tables.length < 2) return 0;
    const inside = [tables[0] ?? 0];
    let cost = 0;
    for (const rest = new Set(tables.slice(1)); rest.size > 0; ) {
      let best = { table: -1, distance: Number.POSITIVE_INFINITY };
      for (const table of rest)
        for (const anchor of inside)
          if (graph.distance(anchor, table) <= best.distance) best = { table, distance: graph.distance(anchor, table) };
      if (best.table < 0) break;
      cost += best.distance === Number.POSITIVE_INFINITY ? APART_COST : EDGE_COST * best.distance;
      inside.push(best.table);
      rest.delete(best.table);
    }
    return cost;
  }
}

interface Partial {
  readonly chosen: ReadonlyMap<number, Option>;
  readonly tables: readonly number[];
  readonly link: number;
  rank?: number;
}

function tableFirst(slot: Slot): number {
  return slot.options[0]?.ref.kind === 'table' ? 0 : 1;
}
