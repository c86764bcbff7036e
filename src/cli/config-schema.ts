import { parse } from 'yaml';
import { z } from 'zod';
import { SachError } from '../model/index.ts';
import { correctionLevels, failLevels, formats } from '../options.ts';
import type { Config } from './config.ts';

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
});

/** Read and check a configuration. YAML reads JSON too. Throws SachError `bad-config` naming the key that is wrong. */
export function parseConfig(source: string, text: string): Config {
  let data: unknown;
  try {
    data = parse(text) ?? {};
  } catch (cause) {
    throw new SachError('bad-config', { source, reason: (cause as Error).message.trim() });
  }
  const { data: config, error } = schema.partial().safeParse(data);
  if (config) return withoutUndefined(config);
  const reason = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ');
  throw new SachError('bad-config', { source, reason });
}

function withoutUndefined(config: { [K in keyof Config]?: Config[K] | undefined }): Config {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}
