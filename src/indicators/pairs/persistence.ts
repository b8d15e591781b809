import type { Reference } from '../../model/indicator.ts';
import type { LayerId } from '../../model/layer.ts';

/** Layers with long series of whole matrices: a year without a tie is known to be one. */
export const PERSISTENT_LAYERS = ['papers', 'scholars'] as const satisfies readonly LayerId[];

export const BURT_2000: Reference = {
  text: 'Burt, R. S. (2000). Decay functions. Social Networks, 22(1), 1–28.',
  doi: '10.1016/S0378-8733(99)00015-5',
  where: 'ties that have lasted are the likelier to last',
};
