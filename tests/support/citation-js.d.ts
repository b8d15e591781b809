/** The part of Citation.js that the tests use; it comes without types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(input: string, options?: { readonly forceType?: string });
    readonly data: readonly ParsedWork[];
    format(kind: 'bibliography', options: { template: string; format: 'text' }): string;
  }
  /** CSL-JSON, as it was made of what was read. */
  export interface ParsedWork {
    readonly id: string;
    readonly type: string;
    readonly title: string;
    readonly author?: readonly { readonly literal?: string; readonly family?: string }[];
    readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[] };
    readonly URL?: string;
    readonly version?: string;
    readonly note?: string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-csl';
