import { TABLES, type TableName } from '../../../src/model/tables/index.ts';
import { checkTable } from '../contract.ts';
import { UserError } from '../errors.ts';
import type { Check } from './check.ts';

/** Tables that are filled from the checks' own results are held against the contract after them. */
export const AFTER: readonly TableName[] = ['checks', 'source_agreement', 'table_coverage'];

/** Lists of single cases: a release may well have none. Every other table has rows. */
export const MAY_BE_EMPTY: readonly TableName[] = ['adjustments', 'corrections', 'errata'];

/** One check a table: columns, keys, known places, lists, ranges, nothing negative that cannot be. */
export const CONTRACT_CHECKS: readonly Check[] = (Object.keys(TABLES) as TableName[])
  .filter((name) => !AFTER.includes(name))
  .map((name) => ({
    id: `contract-${name}`,
    kind: 'contract',
    title: `The rows of ${name} keep the contract: keys are unique, every place is known, values are in range.`,
    async run(db) {
      const { n } = await db.one<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM ${name}`);
      const measured = `${n.toLocaleString('en')} rows`;
      try {
        await checkTable(db, name);
        if (n === 0 && !MAY_BE_EMPTY.includes(name))
          return { passed: false, measured, examples: [`The table ${name} is empty.`] };
        return { passed: true, measured, examples: [] };
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return { passed: false, measured, examples: [error.message] };
      }
    },
  }));
