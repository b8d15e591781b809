import type { ShownTie, TieScale } from '../model/tie.ts';
import type { Camera } from './camera.ts';
import type { MapSetting } from './chart.ts';

/** A tie on the map. What only some measures have may be left out. */
export interface FlowArc extends Omit<ShownTie, 'count' | 'low' | 'high'> {
  /** What was counted; the value where left out. */
  readonly count?: number;
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface FlowMapInput extends MapSetting {
  readonly arcs: readonly FlowArc[];
  /** How the values are drawn; where left out, they are counts. */
  readonly scale?: TieScale;
  /** What a count counts, plural: "papers". */
  readonly unit: string;
  /** Directed ties are half-arrows, undirected ones plain lines. */
  readonly directed: boolean;
  /** The country whose ties these are; null for a map of the world. */
  readonly focus: string | null;
  /** A second country whose ties are among the arcs, to be told from those of the first. */
  readonly against?: string | null;
  /** The places of the chosen region or group: tinted and outlined. */
  readonly scope?: readonly string[] | null;
  /** Large hosts that did not report: hatched and named, so that a gap is not read as a zero. */
  readonly missing: readonly string[];
  /** All ties that the arcs are the largest of, and what they sum to; the sum is null where the measure has none. */
  readonly all?: { readonly ties: number; readonly sum: number | null } | null;
  /** Value of the widest line, where several figures share a scale; by default the largest shown. */
  readonly maxValue?: number;
  /** How the map is looked at; where it leaves that open, Europe if nearly all value is there, else the world. */
  readonly camera?: Camera;
  /** How many places to name at most; by default as many as the width can hold. */
  readonly maxLabels?: number;
}
