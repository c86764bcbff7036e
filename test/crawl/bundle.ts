import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Bundle a script of this folder, so that a test can start it in a quarter of a second. Returns where it lies. */
export async function bundle(name: string): Promise<string> {
  const outfile = join(here, '../../node_modules/.cache/sach-test', name.replace(/mts$/, 'mjs'));
  await build({
    entryPoints: [join(here, name)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    // The version is read from beside the sources.
    define: { 'import.meta.url': JSON.stringify(new URL('../../src/version.ts', import.meta.url).href) },
    logLevel: 'error',
  });
  return outfile;
}
