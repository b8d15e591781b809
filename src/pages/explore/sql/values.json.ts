import { labValues } from '../../../build/lab-values.ts';

/** What the SQL lab completes between quotation marks. Fetched with the editor, not before. */
export const GET = async (): Promise<Response> => Response.json(await labValues());
