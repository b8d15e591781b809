import { gravity } from './gravity.ts';
import { networks } from './networks.ts';
import { pairs } from './pairs.ts';
import type { Model } from './open-models.ts';

/** Every model, in the order in which they run. */
export const MODELS: readonly Model[] = [gravity, networks, pairs];
