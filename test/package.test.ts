import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import lock from '../package-lock.json' with { type: 'json' };

/** What users get: `npm pack` and the packages that come along. */

interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const pack = (): Packed => {
  const out = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return (JSON.parse(out) as [Packed])[0];
};

const maxBytes = 15e6;

/** What docs/reliability.md answers to a question about the package. */
const answerTo = (question: string): string =>
  new RegExp(`^\\| ${question} \\|([^|]+)\\|`, 'm').exec(readFileSync('docs/reliability.md', 'utf8'))?.[1] ?? '';

test('the package is small and holds what runs, nothing else', () => {
  const { size, unpackedSize, files } = pack();
  const paths = files.map(({ path }) => path);
  expect(unpackedSize).toBeLessThan(maxBytes);
  // The sizes that are told, to a twentieth: a rule more does not make them wrong.
  const [unpacked = 0, packed = 0, limit] = [...answerTo('How large is the package\\?').matchAll(/([\d.]+) MB/g)].map(
    ([, megabytes]) => Number(megabytes) * 1e6,
  );
  expect(Math.abs(unpackedSize - unpacked)).toBeLessThan(unpacked / 20);
  expect(Math.abs(size - packed)).toBeLessThan(packed / 20);
  expect(limit).toBe(maxBytes);
  const folders = new Set(paths.flatMap((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : [])));
  const toldFolders = [...answerTo('What is in it\\?').matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect([...folders].sort()).toEqual(toldFolders.sort());
  for (const needed of [
    'bin/sach.js',
    'dist/clean.cjs',
    'dist/index.js',
    'dist/index.d.ts',
    'data/schema/article.schema.json',
    'LICENSE',
  ])
    expect(paths).toContain(needed);
  expect(
    paths.filter((path) => /^(?:fixtures|test|bench|src|\.ci)\/|^data\/.*\.ts$|\.map$|node_modules/.test(path)),
  ).toEqual([]);
});

test('what its doors name is there, types too', () => {
  const paths = Object.values(manifest.exports).flatMap((door) =>
    typeof door === 'string' ? door : Object.values(door),
  );
  const missing = paths.filter((path) => !existsSync(path.replace(/\*$/, '')));
  expect([paths.length > 2, missing]).toEqual([true, []]);
});

test('no file of the build names a source map or a path of the machine that built it', () => {
  const built = readdirSync('dist').filter((name) => name.endsWith('.js'));
  const naming = built.filter((name) => {
    const text = readFileSync(join('dist', name), 'utf8');
    return text.includes('sourceMappingURL=') || text.includes(process.cwd());
  });
  expect(built.length).toBeGreaterThan(2);
  expect(naming).toEqual([]);
});

interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
}

const installed = Object.entries(lock.packages as Record<string, Locked>).filter(
  ([path, { dev }]) => path !== '' && dev !== true,
);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('the packages that come along are those that are not bundled, and the parser whose insides are overridden stays the same', () => {
  const code = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:c?js|d\.ts)$/.test(path))
    .map((path) => readFileSync(join('dist', path), 'utf8'))
    .join('\n');
  const asked = code.matchAll(/\b(?:from|import|require|importModule)\b ?\(? ?["']((?:@[\w-]+\/)?[a-z][\w.-]*)["']/g);
  const packages = [...asked].flatMap(([, name]) => (name === undefined || isBuiltin(name) ? [] : name));
  expect([...new Set(packages)].sort()).toEqual(Object.keys(manifest.dependencies).sort());
  for (const name of Object.keys(manifest.dependencies))
    expect(answerTo('Which packages come along\\?')).toContain(`\`${name}\``);
  expect(manifest.devDependencies.parse5).toMatch(/^\d/);
});

test('the declarations are those that the door leads to, and need no package', () => {
  const declarations = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.d.ts'),
  );
  const imported = declarations.flatMap((path) =>
    [...readFileSync(join('dist', path), 'utf8').matchAll(/\bfrom '([^']+)\.ts'/g)].map(([, name]) =>
      join(dirname(path), `${name}.d.ts`),
    ),
  );
  expect(declarations.sort()).toEqual([...new Set(['index.d.ts', ...imported])].sort());
});

test('no package that comes along runs a script when it is installed', () => {
  expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path))).toEqual([]);
  expect(answerTo('Which dependencies run a script when installed\\?')).toContain(`none of the ${installed.length} `);
});

test('every package that comes along may be passed on', () => {
  const count = (kind: RegExp): number => installed.filter(([, { license = '' }]) => kind.test(license)).length;
  const counts = [/^MIT$/, /^ISC$/, /^BSD/, /^Apache-2\.0$/, /^\(.*MIT/].map(count);
  const [mit, isc, bsd, apache, dual] = counts;
  expect(counts.reduce((sum, one) => sum + one)).toBe(installed.length);
  expect(answerTo('Licences').trim()).toBe(
    `MIT ${mit}, ISC ${isc}, BSD ${bsd}, Apache-2.0 ${apache}, dual licences that include MIT ${dual}`,
  );
  const free = /MIT|ISC|BSD|Apache-2\.0|BlueOak|0BSD|Unlicense|CC0|Python-2\.0|Zlib/;
  expect(
    installed
      .filter(([, { license }]) => !free.test(license ?? ''))
      .map(([path, { license }]) => `${nameOf(path)}: ${license}`),
  ).toEqual([]);
});
