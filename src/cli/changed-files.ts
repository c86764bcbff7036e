import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { realPath } from '../input/index.ts';
import { SachError } from '../model/index.ts';

/** Real paths of the files that differ from a git ref, new ones included. Throws SachError `git-failed`. */
export function changedFiles(ref: string): ReadonlySet<string> {
  // A ref that begins with a dash would be read as an option.
  if (ref.startsWith('-')) throw new SachError('git-failed', { reason: ref });
  const root = git(['rev-parse', '--show-toplevel'])[0]?.trim() ?? '';
  const changed = git(['diff', '--name-only', '--diff-filter=d', '-z', ref, '--'], root);
  const added = git(['ls-files', '--others', '--exclude-standard', '-z'], root);
  return new Set([...changed, ...added].map((path) => realPath(resolve(root, path)) ?? resolve(root, path)));
}

function git(args: readonly string[], folder = '.'): string[] {
  try {
    const out = execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 256 * 1024 * 1024,
    });
    return out.split('\0').filter((path) => path !== '');
  } catch (cause) {
    const { stderr, message } = cause as { stderr?: string; message: string };
    // What git says is in the reason: as a cause it would be told twice.
    throw new SachError('git-failed', { reason: (stderr || message).trim().split('\n')[0] ?? '' });
  }
}
