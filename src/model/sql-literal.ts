/** A text as SQL writes it. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;
