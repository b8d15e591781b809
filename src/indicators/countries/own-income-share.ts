import type { Indicator } from '../../model/indicator.ts';
import { groupShare, type PartnerGroup } from './group-share.ts';
import { INCOME_CAVEATS, INCOME_REFERENCES } from './income-groups.ts';
import { SIDES } from './portfolio.ts';

const OWN_INCOME: PartnerGroup = {
  column: 'income_group',
  member: 'b.income_group = a.income_group',
  own: true,
  what: 'an income group',
  group: 'its own income group',
  set: ['G_X', 'countries in the income group of X'],
  isNot: [
    'It is no measure of equal footing: countries of one group differ greatly in what they spend on research.',
    'It is not comparable between groups: most of the world’s research is in high-income countries, so these have the highest shares whatever they do.',
  ],
  caveats: INCOME_CAVEATS,
  references: INCOME_REFERENCES,
  words: {
    partners: {
      id: 'own_income_share',
      title: 'Share within the own income group',
      says: 'What part of a country’s links are with countries about as rich or poor as itself.',
    },
    origins: {
      id: 'own_income_inbound_share',
      title: 'Share of inbound from the own income group',
      says: 'What part of those who come to a country come from countries about as rich or poor as it.',
    },
    destinations: {
      id: 'own_income_outbound_share',
      title: 'Share of outbound to the own income group',
      says: 'What part of those who go from a country go to countries about as rich or poor as it.',
    },
  },
};

/** own_income_share, own_income_inbound_share, own_income_outbound_share. */
export const ownIncomeShares: readonly Indicator[] = SIDES.map((side) => groupShare(OWN_INCOME, side));
