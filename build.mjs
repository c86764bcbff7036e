// Bundle src/ into dist/: one file a door with shared chunks, because a hundred small modules cost more to find than to run.
// With --types also the declarations that the library's door leads to.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

const outdir = 'dist';
for (const name of existsSync(outdir) ? readdirSync(outdir) : []) if (/\.c?js$/.test(name)) rmSync(join(outdir, name));

/** Tables as text that `JSON.parse` reads: several times cheaper for the engine than an object literal of that size. */
const tables = {
  name: 'tables',
  setup({ onLoad }) {
    onLoad({ filter: /\.json$/ }, ({ path }) => ({
      contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))))});`,
    }));
  },
};

/** Modules whose values are worked out here, once, and shipped as data; a catalogue is put together from several. */
const modulesOfData =
  /src[\\/](?:extract[\\/]junk[\\/]witnesses|correct[\\/](?:own-costs|letter-classes|confused-runs)|messages[\\/](?:en|vi))\.ts$/;
const workedOut = {
  name: 'worked-out',
  setup({ onLoad }) {
    onLoad({ filter: modulesOfData }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'esm',
        supported,
      });
      const values = await import(
        `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
      );
      const exports = Object.entries(values).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
      return { contents: exports.join('\n') };
    });
  },
};

/** Node knows these; esbuild would make `new RegExp('\\p{L}')` of a literal, which is built anew at every call. */
const supported = { 'regexp-unicode-property-escapes': true };

const common = {
  outdir,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  supported,
  // What every run needs is bundled, which makes a cold start several times cheaper. What few runs need, what brings
  // native code or worker files of its own, stays a package and is loaded when it is called for.
  // Their licences are in a file of their own.
  legalComments: 'none',
  external: ['libsql', 'mammoth', 'ora', 'pg', 'pg-boss', 'tinypool', 'undici'],
  // Not minified: a stack in a bug report must be readable, and the parser of today does not mind.
  plugins: [tables, workedOut],
  metafile: true,
};

/**
 * `sach clean` is one script, an expression that makes a function: the only form whose compiled code can be kept, see
 * bin/sach.js. What it loads late is in modules, under the names gathered here.
 */
const late = {};
const lateImports = {
  name: 'late-imports',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import' || isBuiltin(path) || common.external.includes(path)) return undefined;
      const entry = path.startsWith('.') ? relative('src', join(resolveDir, path)) : path;
      if (entry === join('cli', 'clean.ts')) return undefined;
      const name = entry.replace(/\.ts$/, '').replace(/[\\/]/g, '-');
      late[name] = path.startsWith('.') ? join('src', entry) : path;
      return { path: `./${name}.js`, external: true };
    });
  },
};
/**
 * Modules of Node that few pages need, child processes never: loading them takes a tenth of a cold start, so that is done when
 * something of theirs is asked for.
 */
const lateNode = {
  name: 'late-node',
  setup({ onResolve, onLoad }) {
    const namespace = 'late-node';
    onResolve({ filter: /^node:(?:child_process|crypto|fs\/promises|zlib)$/ }, ({ path, namespace: asking }) =>
      asking === namespace ? undefined : { path, namespace },
    );
    onLoad({ filter: /./, namespace }, async ({ path }) => {
      const names = Object.keys(createRequire(import.meta.url)(path));
      return {
        contents: `for (const name of ${JSON.stringify(names)})
          Object.defineProperty(exports, name, { enumerable: true, get: () => require('${path}')[name] });`,
      };
    });
  },
};
const script = await build({
  ...common,
  entryPoints: { clean: 'src/cli/main.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  // Without indents a fifth less to read; names and lines stay, which a stack in a bug report tells.
  minifyWhitespace: true,
  lineLimit: 120,
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: '(function (module, require, importModule, moduleUrl) {' },
  footer: { js: '})' },
  plugins: [...common.plugins, lateImports, lateNode],
});

/** What is imported by its address: the library, the other commands, what worker threads run. */
const modules = await build({
  ...common,
  entryPoints: {
    index: 'src/index.ts',
    cli: 'src/cli/main.ts',
    worker: 'src/cli/worker.ts',
    'draft-worker': 'src/cli/draft-worker.ts',
    ...late,
  },
  splitting: true,
  format: 'esm',
  banner: {
    // Bundled CommonJS packages call `require` for Node's own modules.
    js: "import { createRequire as toRequire } from 'node:module';\nconst require = toRequire(import.meta.url);",
  },
});

/** The page of `sach review`, as a browser takes it. */
await build({
  entryPoints: ['page.html', 'page.css', 'page.ts'].map((name) => join('src/review/client', name)),
  outdir: join(outdir, 'review'),
  bundle: true,
  format: 'esm',
  target: ['es2022', 'chrome105', 'firefox110', 'safari16'],
  loader: { '.html': 'copy' },
});

/** In ASCII, which is read fastest, and with a mark of its own at its head, which names its compiled code. */
const file = join(outdir, 'clean.cjs');
const ascii = readFileSync(file, 'utf8')
  // A script that Node did not compile itself this time may not import: it is handed who can.
  .replaceAll('await import(', 'await importModule(')
  .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const mark = createHash('sha256').update(ascii).digest('hex').slice(0, 16);
writeFileSync(file, `//${mark}\n${ascii}`);

/** Bundled packages keep their licences. */
const packages = new Set(
  [modules, script]
    .flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
);
const notices = [...packages].sort().map((path) => {
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version} (${license ?? 'see below'})\n\n${file ? readFileSync(join(path, file), 'utf8').trim() : ''}\n`;
});
writeFileSync(join(outdir, 'third-party-licenses.txt'), notices.join(`\n${'-'.repeat(80)}\n\n`));

/** Declarations of everything are made, and those that no import of the door's leads to are taken away: nobody can name them. */
function writeTypes() {
  const declarations = () =>
    readdirSync(outdir, { recursive: true })
      .filter((path) => path.endsWith('.d.ts'))
      .map((path) => join(outdir, path));
  for (const path of declarations()) rmSync(path);
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
  const reached = new Set();
  const follow = (path) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const [, name] of readFileSync(path, 'utf8').matchAll(/\b(?:from|import)\b\s*\(?\s*'(\.[^']+)\.[jt]s'/g))
      follow(join(dirname(path), `${name}.d.ts`));
  };
  follow(join(outdir, 'index.d.ts'));
  for (const path of declarations()) if (!reached.has(path)) rmSync(path);
  for (const { parentPath, name } of readdirSync(outdir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .reverse())
    if (readdirSync(join(parentPath, name)).length === 0) rmdirSync(join(parentPath, name));
}
if (process.argv.includes('--types')) writeTypes();
