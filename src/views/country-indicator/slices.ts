import { slicePath } from '../../model/slice.ts';
import type { IndicatorPoint } from '../indicator-lines.ts';
import { asIndicators, byText } from '../from-slices.ts';
import type { View } from '../view.ts';
import type { CountryIndicatorField } from './index.ts';
import type { CountryIndicatorRows } from './sql.ts';

export const slices: View<CountryIndicatorField, CountryIndicatorRows>['slices'] = {
  paths: ({ country, partner }) =>
    [...new Set([country, partner])].flatMap((iso3) => (iso3 === null ? [] : [slicePath.indicators(iso3)])),
  rows: (all, { indicator, layer }) => ({
    points: all
      .map(asIndicators)
      .flatMap(({ iso3, series }) =>
        series
          .filter((s) => s.indicator === indicator && s.layer === layer)
          .flatMap(({ source, years, values, lows, highs, flags }) =>
            years.map((year, i): IndicatorPoint => ({
              line: iso3,
              source,
              year,
              value: values[i] ?? 0,
              low: lows?.[i] ?? null,
              high: highs?.[i] ?? null,
              flag: flags?.[i] ?? null,
            })),
          ),
      )
      .sort((a, b) => byText(a.line, b.line) || byText(a.source, b.source) || a.year - b.year),
  }),
};
