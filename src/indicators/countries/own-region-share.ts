import type { Indicator } from '../../model/indicator.ts';
import { groupShare, type PartnerGroup } from './group-share.ts';
import { SIDES } from './portfolio.ts';

const OWN_REGION: PartnerGroup = {
  column: 'region',
  member: 'b.region = a.region',
  own: true,
  what: 'a region',
  group: 'its own region',
  set: ['R_X', 'countries in the region of X'],
  isNot: [
    'It is not nearness: a region of the United Nations is a continent, in which the far ends are farther apart than some countries of two regions. The average distance measures nearness.',
  ],
  caveats: [
    'Regions are the five of the United Nations’ M49: Africa, the Americas, Asia, Europe and Oceania. Others draw them otherwise, above all in the Middle East and around the Mediterranean.',
    'Europe has many countries and Oceania few: the same habits give a higher share in a region of many.',
  ],
  references: [
    {
      text: 'United Nations Statistics Division. Standard country or area codes for statistical use (M49). https://unstats.un.org/unsd/methodology/m49/',
      doi: null,
    },
    {
      text: 'Hoekman, J., Frenken, K., & Tijssen, R. J. W. (2010). Research collaboration at a distance: Changing spatial patterns of scientific collaboration within Europe. Research Policy, 39(5), 662–673.',
      doi: '10.1016/j.respol.2010.01.012',
    },
  ],
  // Next to no students of Australia, which the side takes, are from Oceania.
  examples: { partners: 'DEU', origins: 'ITA', destinations: 'CHN' },
  words: {
    partners: {
      id: 'own_region_share',
      title: 'Share within the own region',
      says: 'What part of a country’s links are with countries of its own region of the world.',
    },
    origins: {
      id: 'own_region_inbound_share',
      title: 'Share of inbound from the own region',
      says: 'What part of those who come to a country come from its own region of the world.',
    },
    destinations: {
      id: 'own_region_outbound_share',
      title: 'Share of outbound to the own region',
      says: 'What part of those who go from a country stay in its own region of the world.',
    },
  },
};

/** own_region_share, own_region_inbound_share, own_region_outbound_share. */
export const ownRegionShares: readonly Indicator[] = SIDES.map((side) => groupShare(OWN_REGION, side));
