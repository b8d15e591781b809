import type { Relation } from '../../model/release.ts';
import { joinedFlags } from './joined-flags.ts';

/**
 * Success rate of a country in a framework programme and year of call: participations in proposals that were funded over
 * participations in all proposals that were evaluated. From 0 to 1. The European Commission's monitoring of Horizon 2020
 * defines the rate so for proposals: those retained for funding over all eligible ones (Horizon 2020 Monitoring Report
 * 2015, "Success rates"); here it is taken of participations, because a proposal has several countries.
 * From FP7 on, for FP6 has no evaluated proposals; only where the source has both stages, for a missing one is not zero.
 */
export const successRates: Relation = {
  name: 'success_rates',
  description:
    'Participations in funded proposals over participations in evaluated proposals, by country, framework programme and year of call, from FP7 on.',
  stored: false,
  needs: ['programme_participation'],
  sql: `
    SELECT e.source, e.country, e.framework, e.year, e.participations AS evaluated, s.participations AS successful,
           round(s.participations / CAST(e.participations AS DOUBLE), 4) AS rate, ${joinedFlags('s.flag', 'e.flag')} AS flag
    FROM programme_participation e
    JOIN programme_participation s ON s.source = e.source AND s.country = e.country AND s.framework = e.framework AND s.year = e.year
    WHERE e.stage = 'evaluated' AND s.stage = 'successful' AND e.framework <> 'FP6' AND e.participations > 0`,
};
