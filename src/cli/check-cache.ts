import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type PageInput, readDraftBytes } from '../input/index.ts';
import { version } from '../version.ts';
import { writeAtomically } from './atomic-file.ts';
import type { DraftOutcome } from './draft-job.ts';
import type { DraftRun } from './draft-settings.ts';

/** What is kept of a draft: its findings hold as long as its bytes, its levels and the files beside it are the same. */
type Kept = Pick<DraftOutcome, 'findings' | 'sketch' | 'mayRepeat' | 'beside' | 'sha256'> & { readonly levels: string };

export interface CheckCache {
  recall(input: PageInput): DraftOutcome | undefined;
  remember(input: PageInput, outcome: DraftOutcome): void;
}

const none: CheckCache = { recall: () => undefined, remember: () => {} };

/**
 * Open the cache of a project: unchanged drafts are not checked again. It is a log, a line for each draft behind the line
 * that says what it was made with; of two lines of a draft the later one holds. So a run that is interrupted is not for
 * nothing; its lines are held as text and parsed when their draft comes. It is only ever a shortcut: a broken line is no
 * error, and nobody is stopped by a cache that cannot be written. Today is part of what it was made with: dates in the
 * future are findings.
 */
export async function openCheckCache(isWanted: boolean, { settings, levelsFor }: DraftRun): Promise<CheckCache> {
  if (!isWanted) return none;
  const path = cachePath();
  const key = createHash('sha256')
    .update(version)
    .update(buildStamp())
    .update(JSON.stringify(settings, (_, value) => (value instanceof RegExp ? String(value) : value)))
    .digest('hex');
  const old = readLog(path, key);
  let canWrite = old.isTidy || (await rewrite(path, key, old.lines));
  const know = (file: string): Kept | undefined => parseLine(old.lines.get(JSON.stringify(resolve(file))));
  return {
    recall({ file, source }) {
      if (file === undefined) return undefined;
      const entry = know(file);
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
      return { source, changes: [], suggestions: [], isRecalled: true, ...known };
    },
    remember({ file }, { failure, findings, sketch, mayRepeat, beside, sha256, isRecalled }) {
      if (!canWrite || file === undefined || failure || sha256 === undefined || isRecalled) return;
      const kept: Kept = {
        findings,
        sha256,
        levels: JSON.stringify(levelsFor(file)),
        ...(sketch && { sketch }),
        ...(mayRepeat && { mayRepeat }),
        ...(beside && { beside }),
      };
      try {
        // The line end comes first: it parts the line from one that was broken off.
        appendFileSync(path, `\n${JSON.stringify(resolve(file))}\t${JSON.stringify(kept)}`);
      } catch {
        canWrite = false;
      }
    },
  };
}

/** In the project where it has `node_modules`, else where the system keeps caches. */
function cachePath(): string {
  const modules = resolve('node_modules');
  if (existsSync(modules)) return join(modules, '.cache', 'sach', 'check.log');
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sach');
  const name = createHash('sha256').update(resolve('.')).digest('hex').slice(0, 16);
  return join(folder, `check-${name}.log`);
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

/** Lines of a log by the file they are about. A log that is for another key or mostly outlived is not tidy. */
function readLog(path: string, key: string): { lines: ReadonlyMap<string, string>; isTidy: boolean } {
  const lines = new Map<string, string>();
  try {
    const [head, ...all] = readFileSync(path, 'utf8').split('\n');
    if (head !== key) return { lines, isTidy: false };
    for (const line of all) lines.set(line.slice(0, line.indexOf('\t')), line);
    return { lines, isTidy: all.length <= 2 * lines.size };
  } catch {
    return { lines, isTidy: false };
  }
}

const rewrite = (path: string, key: string, lines: ReadonlyMap<string, string>): Promise<boolean> =>
  writeAtomically(path, [key, ...lines.values()].join('\n')).then(
    () => true,
    () => false,
  );

function parseLine(line: string | undefined): Kept | undefined {
  try {
    return line === undefined ? undefined : (JSON.parse(line.slice(line.indexOf('\t') + 1)) as Kept);
  } catch {
    return undefined;
  }
}
