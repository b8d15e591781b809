import { query } from './atlas.ts';

/** A theme of Horizon 2020 in a country's shared projects, all years of start pooled. */
export interface ThemeRow {
  readonly country: string;
  readonly source: string;
  readonly title: string;
  readonly from_year: number;
  readonly to_year: number;
  readonly projects: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A field of research in a country's articles. */
export interface FieldRow {
  readonly country: string;
  readonly source: string;
  readonly field: string;
  /** The latest year that has articles. */
  readonly year: number;
  readonly articles: number;
  readonly specialisation: number;
  /** The latest year in which any country has a share among the most cited: citations need time. */
  readonly top1_year: number;
  /** In percent; null where the publisher gives none. */
  readonly top1_share: number | null;
}

const THEMES = `
  SELECT s.country, s.source, t.title, s.from_year, s.to_year, s.projects, s.value, s.low, s.high
  FROM theme_specialisation s JOIN themes t ON t.source = s.source AND t.id = s.theme
  ORDER BY s.value DESC, t.title`;

const FIELDS = `
  WITH last AS (
    SELECT source, max(year) AS year, max(year) FILTER (top1_share IS NOT NULL) AS top1_year FROM field_strength GROUP BY source)
  SELECT f.country, f.source, f.field, f.year, f.articles, f.specialisation, l.top1_year, t.top1_share
  FROM field_strength f JOIN last l ON l.source = f.source AND l.year = f.year
  LEFT JOIN field_strength t ON t.source = f.source AND t.country = f.country AND t.field = f.field AND t.year = l.top1_year
  ORDER BY f.specialisation DESC, f.field`;

let themes: Promise<Map<string, ThemeRow[]>> | undefined;
let fields: Promise<Map<string, FieldRow[]>> | undefined;

/** Themes of a country's projects, those it leans to most first; empty for a country without any. Asked once a build. */
export async function themesOf(iso3: string): Promise<readonly ThemeRow[]> {
  themes ??= query<ThemeRow>(THEMES).then((rows) => Map.groupBy(rows, ({ country }) => country));
  return (await themes).get(iso3) ?? [];
}

/** Fields of a country's articles, those it leans to most first; empty for a country without any. Asked once a build. */
export async function fieldsOf(iso3: string): Promise<readonly FieldRow[]> {
  fields ??= query<FieldRow>(FIELDS).then((rows) => Map.groupBy(rows, ({ country }) => country));
  return (await fields).get(iso3) ?? [];
}
