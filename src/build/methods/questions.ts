/** What readers ask, and the indicators that answer, the first of them first. */
export const QUESTIONS: readonly (readonly [question: string, ids: readonly string[]])[] = [
  ['Do two countries work together more than their sizes let one expect?', ['affinity', 'ric']],
  ['Does a partner matter more to one country than to all the others?', ['ric']],
  ['Do more people go from one country to another than both flows let one expect?', ['preference']],
  [
    'Do two countries share more than distance, language and history let one expect?',
    ['observed_over_expected'],
  ],
  ['Which way does an exchange lean, and is it returned?', ['asymmetry', 'reciprocity', 'net_flow']],
  ['How strongly do distance, borders, language and history go with flows?', ['gravity_coefficients']],
  ['How long has a tie lasted, and when did it change?', ['tie_age', 'active_years', 'break_year']],
  ['Do organisations stay together from one programme to the next?', ['renewed_pairs', 'renewed_share']],
  [
    'How much of a country’s research is international?',
    ['international_rate', 'works_per_million', 'works_per_thousand_researchers'],
  ],
  [
    'Does a country take in or send out many students for its size?',
    ['inbound_per_thousand', 'outbound_per_thousand', 'balance'],
  ],
  [
    'Does a country gain scholars, lose them, or do they come and go?',
    ['net_rate', 'circulation', 'turnover'],
  ],
  [
    'Do a country’s links hang on a few partners?',
    ['effective_partners', 'top3_share', 'largest_partner_share'],
  ],
  [
    'With whom does it work: near or far, rich or poor?',
    ['own_region_share', 'average_distance', 'own_income_share', 'low_income_share'],
  ],
  ['How central is a country in the network?', ['eigenvector', 'betweenness', 'rich_club']],
  ['How does it fare in the European programmes?', ['success_rate', 'contribution_per_participation']],
  ['How hard was a country hit by a fall, and how soon did it recover?', ['largest_fall', 'recovery_years']],
  ['On which themes does it work more than others?', ['specialisation']],
  ['How much of its research is widely cited?', ['top1_share']],
  ['Do the layers go together?', ['layer_links', 'layer_gaps']],
];
