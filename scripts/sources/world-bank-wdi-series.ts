/** A series of the World Bank's World Development Indicators, as the atlas names it. */
export interface Series {
  /** Id in the table `context_indicators`. */
  readonly id: string;
  /** The World Bank's own code; its file is named after it. */
  readonly code: string;
  /** Name as the World Bank gives it. */
  readonly title: string;
  readonly unit: string;
  /** After the World Bank's metadata, with what a reader must know before comparing. */
  readonly definition: string;
}

/** Every series that the atlas holds. Definitions follow the World Bank's metadata (databank.worldbank.org/metadataglossary). */
export const SERIES: readonly Series[] = [
  {
    id: 'population',
    code: 'SP.POP.TOTL',
    title: 'Population, total',
    unit: 'people',
    definition:
      'All residents, whatever their legal status or citizenship, at mid-year. Estimates by the United Nations, national censuses and Eurostat.',
  },
  {
    id: 'gdp',
    code: 'NY.GDP.MKTP.CD',
    title: 'GDP (current US$)',
    unit: 'US dollars of the year',
    definition:
      'Gross domestic product at purchasers’ prices, converted at the official exchange rate of the year. Prices and exchange rates change with the years: no measure of growth.',
  },
  {
    id: 'gdp_per_head',
    code: 'NY.GDP.PCAP.CD',
    title: 'GDP per capita (current US$)',
    unit: 'US dollars of the year per person',
    definition: 'GDP in US dollars of the year over the population at mid-year.',
  },
  {
    id: 'gdp_per_head_ppp',
    code: 'NY.GDP.PCAP.PP.CD',
    title: 'GDP per capita, PPP (current international $)',
    unit: 'international dollars of the year per person',
    definition:
      'GDP per person, converted by purchasing power: an international dollar buys in every country what a US dollar buys in the United States.',
  },
  {
    id: 'rd_share',
    code: 'GB.XPD.RSDV.GD.ZS',
    title: 'Research and development expenditure (% of GDP)',
    unit: '%',
    definition:
      'What business, government, higher education and private non-profit bodies spend on research and development within the country, current and capital, as a share of GDP. From the UNESCO Institute for Statistics.',
  },
  {
    id: 'researchers_per_million',
    code: 'SP.POP.SCIE.RD.P6',
    title: 'Researchers in R&D (per million people)',
    unit: 'per million people',
    definition:
      'Professionals who conceive or create new knowledge, doctoral students in research among them, per million people. From surveys that countries hold in different years: large countries are missing in recent ones.',
  },
  {
    id: 'technicians_per_million',
    code: 'SP.POP.TECH.RD.P6',
    title: 'Technicians in R&D (per million people)',
    unit: 'per million people',
    definition:
      'Technicians and equivalent staff who take part in research and development, as a rule under the supervision of researchers, per million people.',
  },
  {
    id: 'patents_resident',
    code: 'IP.PAT.RESD',
    title: 'Patent applications, residents',
    unit: 'applications',
    definition:
      'Patent applications filed with a national office or through the Patent Cooperation Treaty by applicants who live in the country. From the World Intellectual Property Organization.',
  },
  {
    id: 'patents_nonresident',
    code: 'IP.PAT.NRES',
    title: 'Patent applications, nonresidents',
    unit: 'applications',
    definition:
      'Patent applications filed with a national office or through the Patent Cooperation Treaty by applicants who live abroad: counted where they were filed, not where the inventor lives. From the World Intellectual Property Organization.',
  },
  {
    id: 'articles',
    code: 'IP.JRN.ARTC.SC',
    title: 'Scientific and technical journal articles',
    unit: 'articles, by fractions',
    definition:
      'Articles in science and engineering in a selection of journals and conference proceedings on Scopus. An article of several countries is divided between them, so numbers are no whole numbers, and they are no counts of the papers that a country takes part in. From the US National Science Foundation.',
  },
  {
    id: 'broadband_per_100',
    code: 'IT.NET.BBND.P2',
    title: 'Fixed broadband subscriptions (per 100 people)',
    unit: 'per 100 people',
    definition:
      'Fixed subscriptions to the internet at 256 kbit/s downstream or more, of households and organisations, per 100 people. From the International Telecommunication Union.',
  },
  {
    id: 'tertiary_enrolment_ratio',
    code: 'SE.TER.ENRR',
    title: 'School enrollment, tertiary (% gross)',
    unit: '%',
    definition:
      'Students in tertiary education, whatever their age, over the number of people of the age group that officially corresponds to that level. May exceed 100. A ratio: it cannot be turned into a number of students. From the UNESCO Institute for Statistics.',
  },
  {
    id: 'tertiary_spending_per_student',
    code: 'SE.XPD.TERT.PC.ZS',
    title: 'Government expenditure per student, tertiary (% of GDP per capita)',
    unit: '% of GDP per head',
    definition:
      'What general government spends on tertiary education, current, capital and transfers, per student, as a share of GDP per head. From the UNESCO Institute for Statistics.',
  },
  {
    id: 'education_share',
    code: 'SE.XPD.TOTL.GD.ZS',
    title: 'Government expenditure on education, total (% of GDP)',
    unit: '%',
    definition:
      'What general government spends on education of all levels, current, capital and transfers, as a share of GDP. From the UNESCO Institute for Statistics.',
  },
  {
    id: 'migrant_stock',
    code: 'SM.POP.TOTL',
    title: 'International migrant stock, total',
    unit: 'people',
    definition:
      'People at mid-year who were born in another country than the one they live in, or, where that is not known, are citizens of another; refugees among them. Estimates by the United Nations, for every fifth year and the last.',
  },
  {
    id: 'high_tech_exports',
    code: 'TX.VAL.TECH.CD',
    title: 'High-technology exports (current US$)',
    unit: 'US dollars of the year',
    definition:
      'Exports of products of high R&D intensity, as in aerospace, computers, pharmaceuticals, scientific instruments and electrical machinery.',
  },
];
