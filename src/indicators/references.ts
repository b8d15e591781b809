import type { Reference } from '../model/indicator.ts';

/** Papers that several indicators rest on; what a single one cites stands in its own file. */
export const REFERENCES = {
  fuchs2021: {
    text: 'Fuchs, J. E., Sivertsen, G., & Rousseau, R. (2021). Measuring the relative intensity of collaboration within a network. Scientometrics, 126, 8673–8682.',
    doi: '10.1007/s11192-021-04110-x',
  },
  fuchs2022: {
    text: 'Fuchs, J. E., Smolinsky, L., & Rousseau, R. (2022). Confidence intervals for relative intensity of collaboration (RIC) indicators. Journal of Data and Information Science, 7(4), 5–15.',
    doi: '10.2478/jdis-2022-0021',
  },
  zitt2000: {
    text: 'Zitt, M., Bassecoulard, E., & Okubo, Y. (2000). Shadows of the past in international cooperation: Collaboration profiles of the top five producers of science. Scientometrics, 47, 627–657.',
    doi: '10.1023/A:1005632319799',
  },
  vanEck2009: {
    text: 'van Eck, N. J., & Waltman, L. (2009). How to normalize cooccurrence data? An analysis of some well-known similarity measures. Journal of the American Society for Information Science and Technology, 60(8), 1635–1651.',
    doi: '10.1002/asi.21075',
  },
  luukkonen1993: {
    text: 'Luukkonen, T., Tijssen, R. J. W., Persson, O., & Sivertsen, G. (1993). The measurement of international scientific collaboration. Scientometrics, 28, 15–36.',
    doi: '10.1007/BF02016282',
  },
  wilson1927: {
    text: 'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association, 22(158), 209–212.',
    doi: '10.1080/01621459.1927.10502953',
  },
  bell2002: {
    text: 'Bell, M., Blake, M., Boyle, P., Duke-Williams, O., Rees, P., Stillwell, J., & Hugo, G. (2002). Cross-national comparison of internal migration: Issues and measures. Journal of the Royal Statistical Society: Series A, 165(3), 435–464.',
    doi: '10.1111/1467-985X.00247',
  },
  mayer2011: {
    text: 'Mayer, T., & Zignago, S. (2011). Notes on CEPII’s distances measures: The GeoDist database. CEPII Working Paper 2011-25.',
    doi: null,
  },
  santosSilva2006: {
    text: 'Santos Silva, J. M. C., & Tenreyro, S. (2006). The log of gravity. The Review of Economics and Statistics, 88(4), 641–658.',
    doi: '10.1162/rest.88.4.641',
  },
} as const satisfies Record<string, Reference>;
