import type { Indicator } from '../../model/indicator.ts';
import { groupShare, type PartnerGroup } from './group-share.ts';
import { INCOME_CAVEATS, INCOME_REFERENCES } from './income-groups.ts';
import { SIDES } from './portfolio.ts';

const LOW_INCOME: PartnerGroup = {
  column: 'income_group',
  member: "b.income_group = 'Low income'",
  own: false,
  what: 'an income group',
  group: 'low-income countries',
  set: ['L', 'low-income countries'],
  isNot: [
    'It is no measure of aid or of who leads: a link counts the same whoever pays for it or writes first.',
  ],
  caveats: [
    ...INCOME_CAVEATS,
    'The lists of students leave out small flows, many of low-income countries among them: the truth then lies above the value, and the upper bound says how far at most.',
  ],
  references: INCOME_REFERENCES,
  examples: { partners: 'ZAF', origins: 'IND', destinations: 'SEN' },
  words: {
    partners: {
      id: 'low_income_share',
      title: 'Share with low-income countries',
      says: 'What part of a country’s links are with low-income countries.',
    },
    origins: {
      id: 'low_income_inbound_share',
      title: 'Share of inbound from low-income countries',
      says: 'What part of those who come to a country come from low-income countries.',
    },
    destinations: {
      id: 'low_income_outbound_share',
      title: 'Share of outbound to low-income countries',
      says: 'What part of those who go from a country go to low-income countries.',
    },
  },
};

/** low_income_share, low_income_inbound_share, low_income_outbound_share. */
export const lowIncomeShares: readonly Indicator[] = SIDES.map((side) => groupShare(LOW_INCOME, side));
