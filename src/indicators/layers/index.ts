import type { Indicator } from '../../model/indicator.ts';
import { gravityCoefficients } from './gravity-coefficients.ts';
import { layerGaps } from './layer-gaps.ts';
import { layerLinks } from './layer-links.ts';

/** Indicators that have no pair and no country: of a layer as a whole, and of two layers together. */
export const LAYER_INDICATORS: readonly Indicator[] = [gravityCoefficients, layerLinks, layerGaps];
