import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import addFormats from 'ajv-formats';

/** What a value breaks of a JSON schema that lies in this folder: one line a fault, with its place; none if it fits. */
export async function schemaFaults(schema: string, value: unknown): Promise<string[]> {
  // Published schemas use keywords and formats of their own, for forms and documentation.
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  const validate = ajv.compile(
    JSON.parse(await readFile(join(import.meta.dirname, schema), 'utf8')) as AnySchemaObject,
  );
  // As it is written: what JSON leaves out is not there.
  validate(JSON.parse(JSON.stringify(value)));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}
