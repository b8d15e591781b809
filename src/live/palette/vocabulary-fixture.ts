import type { Vocabulary } from './compose.ts';

/** Places that are easily mistaken for each other, for tests. */
export const VOCABULARY: Vocabulary = {
  layers: [
    { id: 'students', title: 'Students', directed: true, years: [1998, 2020] },
    { id: 'scholars', title: 'Scholars', directed: true },
    { id: 'papers', title: 'Papers', directed: false },
    { id: 'projects', title: 'Horizon projects', directed: false },
  ],
  places: [
    place('AND', 'AD', 'Andorra'),
    place('ARE', 'AE', 'United Arab Emirates', 'the United Arab Emirates'),
    place('ASM', 'AS', 'American Samoa'),
    place('CHN', 'CN', 'China', undefined, '中国', 'Китай'),
    place('CIV', 'CI', "Côte d'Ivoire", undefined, 'Ivory Coast'),
    place('COG', 'CG', 'Congo'),
    place('COD', 'CD', 'DR Congo', 'the DR Congo'),
    place('DEU', 'DE', 'Germany', undefined, 'Allemagne', 'Alemania', 'Германия', 'ألمانيا', '德国'),
    place('DNK', 'DK', 'Denmark'),
    place('FSM', 'FM', 'Micronesia', undefined, 'Micronesia (Federated States of)'),
    place('GBR', 'GB', 'United Kingdom', 'the United Kingdom', 'United Kingdom of Great Britain'),
    place('GIN', 'GN', 'Guinea'),
    place('GNB', 'GW', 'Guinea-Bissau'),
    place('GNQ', 'GQ', 'Equatorial Guinea'),
    place('HKG', 'HK', 'Hong Kong', undefined, 'China, Hong Kong SAR'),
    place('IDN', 'ID', 'Indonesia'),
    place('IND', 'IN', 'India', undefined, 'Inde', 'Индия'),
    place('ISL', 'IS', 'Iceland', undefined, 'Islande'),
    place('KOR', 'KR', 'South Korea'),
    place('MKD', 'MK', 'North Macedonia'),
    place('NER', 'NE', 'Niger'),
    place('NGA', 'NG', 'Nigeria'),
    place('PNG', 'PG', 'Papua New Guinea'),
    place('PRK', 'KP', 'North Korea'),
    place('TTO', 'TT', 'Trinidad and Tobago'),
    place('TON', 'TO', 'Tonga'),
    place('TUR', 'TR', 'Türkiye', undefined, 'Turquie'),
    place('TZA', 'TZ', 'Tanzania', undefined, 'United Republic of Tanzania'),
    place('USA', 'US', 'United States', 'the United States', 'United States of America'),
  ],
  years: [1990, 2023],
};

function place(iso3: string, iso2: string, name: string, inText?: string, ...others: string[]) {
  return { iso3, iso2, names: [name, ...others], ...(inText === undefined ? {} : { inText }) };
}
