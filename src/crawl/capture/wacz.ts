import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '../../version.ts';
import type { Sql } from '../state/sql.ts';
import { captureIndex } from './cdxj.ts';
import { writeZip, type ZipEntry } from './zip.ts';

interface PageRow {
  readonly url: string;
  readonly title: string | null;
  readonly fetched_at: string;
}

/** Pack a capture into one file that replay programs open: WACZ 1.1.1 (specs.webrecorder.net/wacz/1.1.1). */
export async function packWacz(sql: Sql, captureFolder: string, path: string): Promise<void> {
  const segments = await sql.all<{ name: string }>('SELECT name FROM segment');
  const pages = await sql.all<PageRow>("SELECT url, title, fetched_at FROM visit WHERE kind = 'page'");
  pages.sort((a, b) => (a.url < b.url ? -1 : 1));
  const lines = [
    { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
    ...pages.map(({ url, title, fetched_at }) => ({ url, ts: fetched_at, ...(title !== null && { title }) })),
  ];
  const entries: ZipEntry[] = [
    ...segments
      .map(({ name }) => name)
      .sort()
      .map((name) => ({ name: `archive/${name}`, path: join(captureFolder, name) }))
      // One that was lost is told in the report.
      .filter(({ path: segment }) => existsSync(segment)),
    // Replay programs read a packed index only with a second one over its blocks; plain, they take it as it is.
    { name: 'indexes/index.cdxj', bytes: Buffer.from(await captureIndex(sql)) },
    { name: 'pages/pages.jsonl', bytes: Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join('')) },
  ];
  const described = await Promise.all(entries.map(describe));
  const created = pages
    .map(({ fetched_at }) => fetched_at)
    .sort()
    .at(0);
  const datapackage = Buffer.from(
    `${JSON.stringify(
      {
        profile: 'data-package',
        wacz_version: '1.1.1',
        software: `sach/${version}`,
        ...(created !== undefined && { created }),
        resources: described,
      },
      undefined,
      2,
    )}\n`,
  );
  const digest = Buffer.from(
    `${JSON.stringify({ path: 'datapackage.json', hash: `sha256:${createHash('sha256').update(datapackage).digest('hex')}` }, undefined, 2)}\n`,
  );
  await writeZip(path, [
    ...entries,
    { name: 'datapackage.json', bytes: datapackage },
    { name: 'datapackage-digest.json', bytes: digest },
  ]);
}

async function describe(entry: ZipEntry) {
  const hash = createHash('sha256');
  let bytes: number;
  if ('bytes' in entry) {
    hash.update(entry.bytes);
    bytes = entry.bytes.length;
  } else {
    for await (const chunk of createReadStream(entry.path)) hash.update(chunk as Buffer);
    bytes = (await stat(entry.path)).size;
  }
  const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
  return { name, path: entry.name, hash: `sha256:${hash.digest('hex')}`, bytes };
}
