import type { Relation } from '../model/release.ts';
import { coordinatorShares } from './coordinator-shares.ts';
import { countryLinks } from './country-links.ts';
import { rates } from './rates.ts';
import { successRates } from './success-rates.ts';
import { ties } from './ties.ts';
import { unreportedHosts } from './unreported-hosts.ts';

/** Derived tables of a release, in the order in which both engines create them. */
export const RELATIONS: readonly Relation[] = [
  ties,
  countryLinks,
  rates,
  unreportedHosts,
  successRates,
  coordinatorShares,
];
