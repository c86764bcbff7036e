import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type PageInput, readDraftBytes } from '../input/index.ts';
import { version } from '../version.ts';
import { writeAtomically } from './atomic-file.ts';
import type { DraftOutcome } from './draft-job.ts';
import type { DraftRun } from './draft-settings.ts';
import { makeFolder } from './make-folder.ts';

/** What is kept of a draft: its findings hold as long as its bytes, its levels and the files beside it are the same. */
type Kept = Pick<DraftOutcome, 'findings' | 'sketch' | 'beside' | 'sha256'> & { readonly levels: string };

export interface CheckCache {
  recall(input: PageInput): DraftOutcome | undefined;
  remember(input: PageInput, outcome: DraftOutcome): void;
  close(): Promise<void>;
}

const none: CheckCache = { recall: () => undefined, remember: () => {}, close: async () => {} };

/** Open the cache of a project: unchanged drafts are not checked again. It is only ever a shortcut: a broken file is no error. */
export function openCheckCache(isWanted: boolean, { settings, levelsFor }: DraftRun): CheckCache {
  if (!isWanted) return none;
  const path = cachePath();
  const key = createHash('sha256')
    .update(version)
    .update(buildStamp())
    .update(JSON.stringify(settings, (_, value) => (value instanceof RegExp ? String(value) : value)))
    .digest('hex');
  const old = readCache(path, key);
  const kept: Record<string, Kept> = {};
  let isChanged = false;
  return {
    recall({ file, source }) {
      if (file === undefined) return undefined;
      const entry = old[resolve(file)];
      if (!entry || entry.levels !== JSON.stringify(levelsFor(file))) return undefined;
      const folder = dirname(resolve(file));
      if (Object.entries(entry.beside ?? {}).some(([name, was]) => existsSync(resolve(folder, name)) !== was))
        return undefined;
      try {
        if (createHash('sha256').update(readDraftBytes(file, source)).digest('hex') !== entry.sha256) return undefined;
      } catch {
        return undefined;
      }
      const { levels: _, ...known } = entry;
      return { source, changes: [], suggestions: [], ...known };
    },
    remember({ file }, { failure, findings, sketch, beside, sha256 }) {
      if (file === undefined || failure || sha256 === undefined) return;
      const path = resolve(file);
      if (old[path]?.sha256 !== sha256) isChanged = true;
      kept[path] = {
        findings,
        sha256,
        levels: JSON.stringify(levelsFor(file)),
        ...(sketch && { sketch }),
        ...(beside && { beside }),
      };
    },
    async close() {
      if (!isChanged) return;
      // Nobody is stopped by a cache that cannot be written.
      await writeAtomically(path, JSON.stringify({ key, drafts: { ...old, ...kept } })).catch(() => {});
    },
  };
}

/** In the project where it has `node_modules`, else where the system keeps caches. */
function cachePath(): string {
  const modules = resolve('node_modules');
  if (existsSync(modules)) return join(modules, '.cache', 'sach', 'check.json');
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sach');
  const name = createHash('sha256').update(resolve('.')).digest('hex').slice(0, 16);
  try {
    makeFolder(folder);
  } catch {
    // Told by nobody: the cache is then not written either.
  }
  return join(folder, `check-${name}.json`);
}

/** Changes with every build, so that a version in the making does not live on old findings. */
function buildStamp(): string {
  try {
    return createHash('sha256')
      .update(readFileSync(new URL(import.meta.url)))
      .digest('hex');
  } catch {
    return '';
  }
}

function readCache(path: string, key: string): Readonly<Record<string, Kept>> {
  try {
    const data = JSON.parse(readFileSync(path, 'utf8')) as { key: string; drafts: Record<string, Kept> };
    return data.key === key ? data.drafts : {};
  } catch {
    return {};
  }
}
