import tzLookup from '@photostructure/tz-lookup';

/**
 * Hours of work that two places share.
 *
 * The rule: everybody works from 9 to 17 local time. The time zone is that of the capital, found by its coordinates; its
 * distance from UTC is taken at noon UTC on 15 January and on 15 July of one year, so that both halves of daylight saving are
 * in. On each of the two days the two working days are laid on one clock of 24 hours, and the overlap is measured; the result
 * is the mean of the two. Days of the week, holidays and the date line are left out: places 24 hours apart share the same
 * clock, though on one of five days one of them has a weekend.
 *
 * Zones come from `@photostructure/tz-lookup`, which estimates them from simplified outlines, and from the zones that the
 * Unicode CLDR lists for a territory (`Intl.Locale`); distances from UTC from the IANA database as Node carries it (`Intl`).
 */

/** The year whose clocks are read. */
export const YEAR = 2025;
const DAYS = [new Date(Date.UTC(YEAR, 0, 15, 12)), new Date(Date.UTC(YEAR, 6, 15, 12))] as const;

const DAY = 24 * 60;
const WORK = 8 * 60;

/** A place by its alpha-2 code and the coordinates of its capital, in degrees. */
export interface Spot {
  readonly iso2: string;
  readonly lon: number;
  readonly lat: number;
}

/**
 * The time zone of a place, as `Intl` names it, or null where there is none: Antarctica and uninhabited islands, to which
 * only the zones of the open sea belong. Near a border or a coast the estimate may be a neighbour's zone; then the place's
 * own is taken where it has just one.
 */
export function zoneOf({ iso2, lon, lat }: Spot): string | null {
  const estimate = tzLookup(lat, lon);
  const own = zonesOf(iso2);
  if (own.includes(canonical(estimate))) return canonical(estimate);
  const [only, another] = own;
  if (only && !another) return only;
  // Etc/GMT-5 and its like are zones of the open sea.
  return only || estimate.startsWith('Etc/') ? null : canonical(estimate);
}

/** Zones that the Unicode CLDR lists for a territory; none for a code that it does not know, as Kosovo's. */
function zonesOf(iso2: string): string[] {
  const locale = new Intl.Locale(`und-${iso2}`) as Intl.Locale & {
    getTimeZones?: () => string[] | undefined;
    timeZones?: string[];
  };
  return (locale.getTimeZones?.() ?? locale.timeZones ?? []).map(canonical);
}

/** One name for a zone that has two, such as Asia/Kolkata and Asia/Calcutta. */
const canonical = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

/** Minutes that a zone is ahead of UTC at a moment. */
export function minutesAhead(zone: string, at: Date): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  // "GMT", "GMT-05:00", "GMT+05:45"
  const found = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name ?? '');
  if (!found) throw new Error(`Intl gives ${zone} as "${name}", which is no distance from UTC.`);
  const [, sign, hours, minutes] = found;
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** Minutes that two working days of eight hours have in common on a clock of 24 hours, one begun `apart` minutes after the other. */
export function overlap(apart: number): number {
  const gap = ((apart % DAY) + DAY) % DAY;
  return Math.max(0, WORK - Math.min(gap, DAY - gap));
}

/** Minutes ahead of UTC on each of the two days. */
export type Clock = readonly [january: number, july: number];

export const clockOf = (zone: string): Clock => [minutesAhead(zone, DAYS[0]), minutesAhead(zone, DAYS[1])];

/** Hours a day, 0 to 8, by the rule above. */
export const sharedHours = (a: Clock, b: Clock): number =>
  (overlap(a[0] - b[0]) + overlap(a[1] - b[1])) / 2 / 60;
