import { parse } from 'yaml';
import * as z from 'zod';
import { hardLines, matchLines, wholeLine } from '../check/index.ts';
import { ruleNames } from '../draft-rules.ts';
import { SachError } from '../model/index.ts';
import { correctionLevels, failLevels, formats } from '../options.ts';
import { nearest } from '../text/index.ts';
import type { Config } from './config.ts';

const level = z.enum(['error', 'warning', 'info']);
const ruleLevels = z
  .record(z.string(), z.enum(['error', 'warning', 'info', 'off']))
  .describe('Level by rule id (typo/tone-place) or family (typo).');
const globs = z.array(z.string());

const schema = z.strictObject({
  format: z.enum(formats),
  level: z.enum(correctionLevels),
  encoding: z.string(),
  fix: z.boolean(),
  jobs: z.int().min(1),
  failOn: z.enum(failLevels),
  words: z.array(z.string()),
  timeout: z.number().positive(),
  userAgent: z.string().min(1),
  rules: ruleLevels,
  overrides: z
    .array(z.strictObject({ files: globs, rules: ruleLevels }))
    .describe('Levels for some files only; later ones are stronger.'),
  ignore: globs.describe('Files that are not looked at.'),
  junk: z.array(
    z.strictObject({
      id: z.string().regex(/^junk\/[a-z0-9-]+$/),
      pattern: z.string().describe('Regular expression, held against a whole line, whatever its case.'),
      level: level.optional(),
      matches: z.array(z.string()).min(1).describe('Lines that the pattern must match: tested when the file is read.'),
      leaves: z.array(z.string()).optional().describe('Lines that it must not match.'),
    }),
  ),
  frontMatter: z.strictObject({
    text: z.array(z.string()).optional().describe('Keys whose values are text to read.'),
    title: z.string().optional(),
    date: z.string().optional(),
  }),
  style: z
    .strictObject({
      toneMarks: z.enum(['old', 'new']).optional().describe('old: hòa, khỏe; new: hoà, khoẻ.'),
      iy: z.enum(['i', 'y']).optional().describe('i: lí, kĩ; y: lý, kỹ.'),
      quotes: z.enum(['straight', 'curly']).optional(),
      dates: z.enum(['slash', 'dash', 'dot']).optional(),
      numbers: z.enum(['dot', 'comma']).optional(),
    })
    .describe('One of several accepted forms; what is not named is left alone.'),
});

/** Every key of a configuration; also published as `data/schema/config.schema.json`. */
export const configSchema = schema.partial();

/** Look whether the rules that are named exist, and try the user's own patterns on their examples. */
function checked(source: string, config: Config): Config {
  const names = new Set([...ruleNames, ...(config.junk ?? []).map(({ id }) => id)]);
  for (const { rules = {} } of [config, ...(config.overrides ?? [])])
    for (const name of Object.keys(rules))
      if (!names.has(name)) throw new SachError('unknown-rule', { source, name, similar: nearest(name, names) });
  for (const { id, pattern, matches, leaves = [] } of config.junk ?? []) {
    const fail = (reason: string): never => {
      throw new SachError('bad-config', { source, reason: `junk ${id}: ${reason}` });
    };
    const rule = { id, whole: toWholeLine(pattern, fail) };
    const examples = [...matches, ...leaves];
    matchLines(source, rule, [...examples, ...hardLines(examples)])
      .slice(0, examples.length)
      .forEach((isMatch, i) => {
        const isWanted = i < matches.length;
        if (isMatch !== isWanted) fail(`${isWanted ? 'does not match' : 'matches'} “${examples[i]}”`);
      });
  }
  return config;
}

function toWholeLine(pattern: string, fail: (reason: string) => never): RegExp {
  try {
    return wholeLine(pattern);
  } catch (cause) {
    return fail((cause as Error).message);
  }
}

/** Read and check a configuration. YAML reads JSON too. Throws SachError `bad-config` naming the key that is wrong, `unknown-rule`. */
export function parseConfig(source: string, text: string): Config {
  let data: unknown;
  try {
    data = parse(text, { logLevel: 'error' }) ?? {};
  } catch (cause) {
    throw new SachError('bad-config', { source, reason: (cause as Error).message.trim() });
  }
  const { data: config, error } = configSchema.safeParse(data);
  if (config) return checked(source, withoutUndefined(config));
  const reason = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ');
  throw new SachError('bad-config', { source, reason });
}

function withoutUndefined(config: z.infer<typeof configSchema>): Config {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined)) as Config;
}
