import type { Indicator } from '../../model/indicator.ts';
import { averageDistances } from './average-distance.ts';
import { balance } from './balance.ts';
import { betweenness } from './betweenness.ts';
import { circulation } from './circulation.ts';
import { contributionPerParticipation } from './contribution-per-participation.ts';
import { coordinatorShare } from './coordinator-share.ts';
import { effectiveNumbers } from './effective-partners.ts';
import { eigenvector } from './eigenvector.ts';
import { inRate } from './in-rate.ts';
import { inboundPerThousand } from './inbound-per-thousand.ts';
import { internationalRate } from './international-rate.ts';
import { largestFalls } from './largest-fall.ts';
import { largestShares } from './largest-partner-share.ts';
import { lowIncomeShares } from './low-income-share.ts';
import { netRate } from './net-rate.ts';
import { outRate } from './out-rate.ts';
import { outboundPerThousand } from './outbound-per-thousand.ts';
import { ownIncomeShares } from './own-income-share.ts';
import { ownRegionShares } from './own-region-share.ts';
import { portfolioReciprocity } from './portfolio-reciprocity.ts';
import { recoveryTimes } from './recovery-years.ts';
import { renewedShare } from './renewed-share.ts';
import { richClub } from './rich-club.ts';
import { specialisation } from './specialisation.ts';
import { successRate } from './success-rate.ts';
import { top1Share } from './top1-share.ts';
import { top3Shares } from './top3-share.ts';
import { turnover } from './turnover.ts';
import { worksPerMillion } from './works-per-million.ts';
import { worksPerThousandResearchers } from './works-per-thousand-researchers.ts';

/** Indicators of a country's position, in the order of the methods pages. */
export const COUNTRY_INDICATORS: readonly Indicator[] = [
  internationalRate,
  worksPerMillion,
  worksPerThousandResearchers,
  inboundPerThousand,
  outboundPerThousand,
  balance,
  inRate,
  outRate,
  netRate,
  turnover,
  circulation,
  ...effectiveNumbers,
  ...top3Shares,
  ...largestShares,
  ...ownRegionShares,
  ...ownIncomeShares,
  ...lowIncomeShares,
  portfolioReciprocity,
  ...averageDistances,
  betweenness,
  eigenvector,
  richClub,
  ...largestFalls,
  ...recoveryTimes,
  successRate,
  contributionPerParticipation,
  coordinatorShare,
  specialisation,
  top1Share,
  renewedShare,
];
