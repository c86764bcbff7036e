import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { realPath } from '../input/index.ts';
import { SachError } from '../model/index.ts';

/**
 * Real paths of the files that differ from a git ref, new ones included; before the first commit all of them are new. Throws
 * SachError `git-failed`, `ref-is-file`.
 */
export function changedFiles(ref: string): ReadonlySet<string> {
  // A ref that begins with a dash would be read as an option.
  if (ref.startsWith('-')) throw new SachError('git-failed', { reason: ref });
  const root = git(['rev-parse', '--show-toplevel'])[0]?.trim() ?? '';
  return new Set(changedIn(root, baseOf(ref)).map((path) => realPath(path) ?? path));
}

/** The same of one working tree; git tells no more of a repository in it (a submodule) than that it differs. */
function changedIn(root: string, base: string): string[] {
  const changed = git(['diff', '--name-only', '--diff-filter=d', '--ignore-submodules=none', '-z', base, '--'], root);
  const added = git(['ls-files', '--others', '--exclude-standard', '-z'], root);
  return [...changed, ...added].flatMap((name) => {
    const path = resolve(root, name);
    return existsSync(resolve(path, '.git')) ? changedIn(path, commitIn(root, base, name, path)) : [path];
  });
}

/** The commit of a submodule that belongs to a commit of the project; where it is not there, all of its files are new. */
function commitIn(root: string, base: string, name: string, path: string): string {
  try {
    const [commit = ''] = git(['rev-parse', '--verify', '--quiet', `${base}:${name}`], root);
    return hasRef(commit.trim(), path) ? commit.trim() : emptyTree(path);
  } catch {
    return emptyTree(path);
  }
}

const emptyTree = (folder: string): string => git(['hash-object', '-t', 'tree', '--stdin'], folder)[0]?.trim() ?? '';

/** What to compare with: a ref that is there, or nothing at all where nothing was committed yet. */
function baseOf(ref: string): string {
  if (hasRef(ref)) return ref;
  if (existsSync(ref)) throw new SachError('ref-is-file', { ref });
  return hasRef('HEAD') ? ref : emptyTree('.');
}

function hasRef(ref: string, folder = '.'): boolean {
  try {
    git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], folder);
    return true;
  } catch {
    return false;
  }
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
