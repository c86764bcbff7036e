import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Box, openBox } from './box.ts';

/** What docs/ci.md shows, run as the platforms run it; only what fetches sach itself is left out. */
const recipes = readFileSync('docs/ci.md', 'utf8');
const good = '---\ntitle: Họp dân\ndate: 2024-10-17\n---\n\nNgười dân đã đến dự họp rất đông.\n';
const slip = good.replace('Người', 'Ngừơi');
const leaked = `${good}\nSpecified argument was out of the range of valid values.\n`;

/** The first code block of a section. */
function blockOf(section: string): string {
  const text = recipes.slice(recipes.indexOf(`## ${section}\n`));
  return /```\w+\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
}

let box: Box;
beforeEach(() => {
  box = openBox();
  box.put('bin/sach', `#!/bin/sh\nexec "${process.execPath}" "${resolve('bin/sach.js')}" "$@"\n`);
  // `npx sach` finds the installed command; here it is the one above.
  box.put('bin/npx', '#!/bin/sh\nexec "$@"\n');
  for (const name of ['sach', 'npx']) chmodSync(join(box.path, 'bin', name), 0o755);
  return () => box[Symbol.dispose]();
});

function shell(script: string, env: NodeJS.ProcessEnv = {}) {
  const PATH = `${join(box.path, 'bin')}:${process.env.PATH}`;
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: box.path,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', LC_ALL: 'C', XDG_CACHE_HOME: join(box.path, '.cache'), PATH, ...env },
  });
}

describe('GitHub', () => {
  const action = parse(readFileSync('action.yml', 'utf8'));
  const [step] = action.runs.steps;
  const run = (inputs: Record<string, string>) => {
    const values = Object.entries(step.env as Record<string, string>).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ inputs\.(\w+) \}\}/, (_, id: string) => inputs[id] ?? action.inputs[id].default),
    ]);
    return shell(step.run, { ...Object.fromEntries(values), GITHUB_ACTION_PATH: resolve('.') });
  };

  test('the workflow names only inputs that the action has', () => {
    const workflow = parse(blockOf('GitHub Actions'));
    const used = workflow.jobs.check.steps.find(({ uses }: { uses: string }) => uses.includes('/sach@'));
    expect(Object.keys(used.with).filter((id) => !(id in action.inputs))).toEqual([]);
  });

  test('the action fails the job, annotates the line and writes the SARIF report', () => {
    box.put('content/a.md', leaked);
    box.put('content/b.md', good);
    const { status, stdout } = run({ paths: 'content', sarif: 'sach.sarif' });
    expect([status, stdout.split(',')[0]]).toEqual([1, '::error file=content/a.md']);
    expect(JSON.parse(box.read('sach.sarif')).runs[0].results).toHaveLength(1);
  });

  test('without findings it passes; arguments are handed on', () => {
    box.put('a.md', slip);
    expect(run({}).status).toBe(0);
    expect(run({ args: '--fail-on warning' }).status).toBe(1);
  });
});

test('GitLab: the job writes both artifacts and fails', () => {
  box.put('content/a.md', leaked);
  const { content } = parse(blockOf('GitLab'));
  const { status, stdout } = shell(content.script.join('\n'));
  expect([status, stdout.split(':')[0]]).toEqual([1, 'error[junk/aspnet-argument-range]']);
  const { codequality, junit } = content.artifacts.reports;
  expect(JSON.parse(box.read(codequality))[0].check_name).toBe('junk/aspnet-argument-range');
  expect(box.read(junit)).toContain('failures="1"');
});

describe('pre-commit', () => {
  const hooks: { id: string; entry: string }[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
  const run = (id: string, ...files: string[]) =>
    shell(`${hooks.find((hook) => hook.id === id)?.entry} ${files.join(' ')}`);

  test('the configuration names hooks that there are', () => {
    const { repos } = parse(blockOf('pre-commit'));
    const ids = hooks.map(({ id }) => id);
    expect(repos[0].hooks.filter(({ id }: { id: string }) => !ids.includes(id))).toEqual([]);
  });

  test('sach-check stops the commit, sach-fix changes the files that it is given', () => {
    box.put('a.md', leaked);
    box.put('b.md', slip);
    box.put('c.md', slip);
    expect(run('sach-check', 'a.md', 'b.md').status).toBe(1);
    expect(run('sach-fix', 'a.md', 'b.md').status).toBe(0);
    expect([box.read('a.md'), box.read('b.md'), box.read('c.md')]).toEqual([leaked, good, slip]);
  });
});

test('npm scripts: check, fix and undo', () => {
  const { scripts } = JSON.parse(blockOf('npm scripts'));
  box.put('content/a.md', slip);
  box.put('package.json', JSON.stringify({ name: 'site', scripts }));
  const npm = (name: string) => shell(`npm run --silent ${name}`).status;
  expect([npm('content'), npm('content:fix'), npm('content')]).toEqual([1, 0, 0]);
  expect([npm('content:undo'), box.read('content/a.md')]).toEqual([0, slip]);
});
