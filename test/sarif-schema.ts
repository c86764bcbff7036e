import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const {
  id: _,
  $schema: __,
  ...schema
} = JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'));

/** Whether a log fits the schema of SARIF 2.1.0; `isSarif.errors` says why not. */
export const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
