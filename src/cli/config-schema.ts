import { parse } from 'yaml';
import * as z from 'zod';
import { hardLines, matchLines, wholeLine } from '../check/index.ts';
import { type Level, SachError } from '../model/index.ts';
import {
  type CorrectionLevel,
  correctionLevels,
  type FailLevel,
  type Format,
  failLevels,
  formats,
} from '../options.ts';
import { ruleNames } from '../proofread/rules.ts';
import { checked, onlyKeys, texts } from '../schema/checked.ts';
import { nearest, type Style } from '../text/index.ts';

/** What a configuration file may set; arguments are stronger. */
export interface Config {
  readonly format?: Format;
  readonly level?: CorrectionLevel;
  readonly encoding?: string;
  readonly fix?: boolean;
  readonly jobs?: number;
  readonly failOn?: FailLevel;
  /** Words and names that are never changed. */
  readonly words?: readonly string[];
  /** Seconds that an address may take to answer in full. */
  readonly timeout?: number;
  /** Who asks, for addresses: name, and where to find you. */
  readonly userAgent?: string;
  /** Levels by rule id or family. */
  readonly rules?: RuleLevels;
  /** Levels for some files only; later ones are stronger. */
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules: RuleLevels }[];
  /** Files that are not looked at. */
  readonly ignore?: readonly string[];
  /** Lines that are template text on this site, with examples that are tested when the file is read. */
  readonly junk?: readonly OwnJunk[];
  readonly frontMatter?: { readonly text?: readonly string[]; readonly title?: string; readonly date?: string };
  /** Forms of the house style; what is not named is left alone. */
  readonly style?: Style;
}

export type RuleLevel = Level | 'off';
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

export interface OwnJunk {
  /** `junk/…` */
  readonly id: string;
  /** Regular expression, held against the whole line, whatever its case. */
  readonly pattern: string;
  readonly level?: Level;
  readonly matches: readonly string[];
  readonly leaves?: readonly string[];
}

const level = z.enum(['error', 'warning', 'info']);
const ruleLevels = z
  .record(z.string(), z.enum(['error', 'warning', 'info', 'off']))
  .describe('Level by rule id (typo/tone-place) or family (typo).');
const schema = onlyKeys({
  format: z.enum(formats),
  level: z.enum(correctionLevels),
  encoding: z.string(),
  fix: z.boolean(),
  jobs: z.int('type-count').min(1, 'type-count'),
  failOn: z.enum(failLevels),
  words: texts,
  timeout: z.number('type-positive').positive('type-positive'),
  userAgent: z.string().min(1, 'type-string'),
  rules: ruleLevels,
  overrides: z
    .array(onlyKeys({ files: texts, rules: ruleLevels }))
    .describe('Levels for some files only; later ones are stronger.'),
  ignore: texts.describe('Files that are not looked at.'),
  junk: z.array(
    onlyKeys({
      id: z.string('type-own-rule').regex(/^junk\/[a-z0-9-]+$/, 'type-own-rule'),
      pattern: z.string().describe('Regular expression, held against a whole line, whatever its case.'),
      level: level.optional(),
      matches: texts
        .min(1, 'type-examples')
        .describe('Lines that the pattern must match: tested when the file is read.'),
      leaves: texts.optional().describe('Lines that it must not match.'),
    }),
  ),
  frontMatter: onlyKeys({
    text: texts.optional().describe('Keys whose values are text to read.'),
    title: z.string().optional(),
    date: z.string().optional(),
  }),
  style: onlyKeys({
    toneMarks: z.enum(['old', 'new']).optional().describe('old: hòa, khỏe; new: hoà, khoẻ.'),
    iy: z.enum(['i', 'y']).optional().describe('i: lí, kĩ; y: lý, kỹ.'),
    quotes: z.enum(['straight', 'curly']).optional(),
    dates: z.enum(['slash', 'dash', 'dot']).optional(),
    numbers: z.enum(['dot', 'comma']).optional(),
  }).describe('One of several accepted forms; what is not named is left alone.'),
  $schema: z.string().describe('The address of this schema, for editors.'),
});

/** Every key of a configuration; also published as `data/schema/config.schema.json`. */
export const configSchema = schema.partial();

/** Look whether the rules that are named exist, and try the user's own patterns on their examples. */
function withSoundRules(source: string, config: Config): Config {
  const names = new Set([...ruleNames, ...(config.junk ?? []).map(({ id }) => id)]);
  for (const { rules = {} } of [config, ...(config.overrides ?? [])])
    for (const name of Object.keys(rules))
      if (!names.has(name)) throw new SachError('unknown-rule', { source, name, similar: nearest(name, names) });
  for (const { id: name, pattern, matches, leaves = [] } of config.junk ?? []) {
    const rule = { id: name, whole: wholeLineOf(source, name, pattern) };
    const examples = [...matches, ...leaves];
    const isMatch = matchLines(source, rule, [...examples, ...hardLines(examples)]);
    const missed = matches.find((_, i) => !isMatch[i]);
    if (missed !== undefined) throw new SachError('own-pattern-misses', { source, name, line: missed });
    const taken = leaves.find((_, i) => isMatch[matches.length + i]);
    if (taken !== undefined) throw new SachError('own-pattern-takes', { source, name, line: taken });
  }
  return config;
}

function wholeLineOf(source: string, name: string, pattern: string): RegExp {
  try {
    // Alone first: “a)(b” is none, though it becomes one within brackets.
    new RegExp(pattern, 'u');
    return wholeLine(pattern);
  } catch (cause) {
    const reason = (cause as Error).message.split(': ').at(-1) ?? '';
    throw new SachError('bad-own-pattern', { source, name, pattern, reason });
  }
}

/**
 * Read and check a configuration. YAML reads JSON too. Throws SachError `bad-config` for no YAML, what `checked` throws
 * naming the key that is wrong, `unknown-rule`, and what is wrong with a pattern.
 */
export function parseConfig(source: string, text: string): Config {
  let data: unknown;
  try {
    // Merge keys, as other tools of CI read them; not YAML 1.1, where `off` is no text.
    data = parse(text, { logLevel: 'error', merge: true }) ?? {};
  } catch (cause) {
    throw new SachError('bad-config', { source, reason: (cause as Error).message.trim() });
  }
  return withSoundRules(source, withoutUndefined(checked(configSchema, data, source)));
}

function withoutUndefined(config: z.infer<typeof configSchema>): Config {
  const { $schema: _, ...own } = config;
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) as Config;
}
