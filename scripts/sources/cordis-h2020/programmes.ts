/** A part of a programme that says what its projects are about. */
export interface Part {
  /** The publisher's code; codes that go on after it with a point or a hyphen are sections of the part. */
  readonly code: string;
  /** Id of the theme. */
  readonly id: string;
  readonly title: string;
}

/** A funding programme that CORDIS publishes in the one format that the adapter reads. */
export interface Programme {
  /** Id of its record in data/sources/. */
  readonly id: string;
  /** Name of its file of participations, without edition and ending. */
  readonly stem: string;
  /** Title of the theme that stands for the whole of it. */
  readonly title: string;
  readonly parts: readonly Part[];
  /** Codes of the programme itself or of a whole pillar: a project has no theme by them. */
  readonly noPart: RegExp;
  /** First and last year of start for which a file is whole, by its name; other years are flagged as partial. */
  readonly whole: (path: string) => readonly [from: number, to: number];
}

const part = ([code, id, title]: readonly [string, string, string]): Part => ({ code, id, title });

/** Codes of the extract of 2020; where it has none, those of the legal basis. Titles after the Commission's, with its own code (H2020-EU is left out). */
export const H2020: Programme = {
  id: 'cordis-h2020',
  stem: 'h2020',
  title: 'All of Horizon 2020',
  parts: (
    [
      ['ERC', 'erc', 'European Research Council'], // 1.1
      ['FET', 'fet', 'Future and emerging technologies'], // 1.2
      ['MSCA', 'msca', 'Marie Skłodowska-Curie Actions'], // 1.3
      ['RI', 'infrastructures', 'Research infrastructures'], // 1.4
      ['LEIT', 'technologies', 'Enabling and industrial technologies'], // 2.1
      ['ARF', 'finance', 'Access to risk finance'], // 2.2
      ['Innovation in SMEs', 'sme', 'Innovation in small and medium-sized firms'], // 2.3
      ['SC1', 'health', 'Health'], // 3.1
      ['SC2', 'food', 'Food and bioeconomy'], // 3.2
      ['SC3', 'energy', 'Energy'], // 3.3
      ['SC4', 'transport', 'Transport'], // 3.4
      ['SC5', 'climate', 'Climate and environment'], // 3.5
      ['SC6', 'societies', 'Inclusive societies'], // 3.6
      ['SC7', 'security', 'Secure societies'], // 3.7
      ['SEWP', 'widening', 'Widening participation'], // 4
      ['SWAFS', 'swafs', 'Science with and for society'], // 5
      ['H2020-EU.6.', 'jrc', 'Joint Research Centre'],
      ['H2020-EU.7.', 'eit', 'European Institute of Innovation and Technology'],
      ['Euratom', 'euratom', 'Euratom'],
    ] as const
  ).map(part),
  noPart: /^H2020-(EC|EU\.)([0-3]\.)?(0\.)?$/,
  // The programme was just beginning before, and ending after; the extract of 2020 was made while 2021 was still being signed.
  whole: () => [2015, 2020],
};

/** Parts of the specific programme and of the Euratom programme beside it, by the codes of the legal basis. */
export const HORIZON: Programme = {
  id: 'cordis-horizon',
  stem: 'horizon',
  title: 'All of Horizon Europe',
  parts: (
    [
      ['HORIZON.1.1', 'erc', 'European Research Council'],
      ['HORIZON.1.2', 'msca', 'Marie Skłodowska-Curie Actions'],
      ['HORIZON.1.3', 'infrastructures', 'Research infrastructures'],
      ['HORIZON.2.1', 'health', 'Health'],
      ['HORIZON.2.2', 'culture', 'Culture, creativity and inclusive society'],
      ['HORIZON.2.3', 'security', 'Civil security for society'],
      ['HORIZON.2.4', 'digital', 'Digital, industry and space'],
      ['HORIZON.2.5', 'climate', 'Climate, energy and mobility'],
      ['HORIZON.2.6', 'food', 'Food, bioeconomy, natural resources and environment'],
      ['HORIZON.3.1', 'eic', 'European Innovation Council'],
      ['HORIZON.3.2', 'ecosystems', 'European innovation ecosystems'],
      ['HORIZON.3.3', 'eit', 'European Institute of Innovation and Technology'],
      ['HORIZON.4.1', 'widening', 'Widening participation'],
      ['HORIZON.4.2', 'reform', 'Reforming the European research and innovation system'],
      ['EURATOM', 'euratom', 'Euratom'],
    ] as const
  ).map(part),
  noPart: /^HORIZON(\.[1-4])?$/,
  // Hardly any project started in 2021; those of the year in which the archive was made were still being signed.
  whole: (path) => [2022, Number(/-(\d{4})-[^/]*$/.exec(path)?.[1] ?? 2023) - 1],
};

/** The theme of a code in the list of programme parts: a part, none for a whole pillar, undefined for what is not known. */
export function themeOf({ parts, noPart }: Programme, code: string): Part | null | undefined {
  const found = parts.find(({ code: own }) => {
    if (!code.startsWith(own)) return false;
    return own === code || own.endsWith('.') || /^[.-]/.test(code.slice(own.length));
  });
  return found ?? (noPart.test(code) ? null : undefined);
}
