import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The pages of folders, gunzipped, in sorted order; pages of this project when no folder is named. */
export function readPages(folders) {
  const places = folders.length > 0 ? folders : ['fixtures'];
  return places
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true })
        .filter((path) => /\.html?(?:\.gz)?$/.test(path))
        .sort()
        .map((path) => join(folder, path)),
    )
    .filter((path) => statSync(path).isFile())
    .map((path) => {
      const bytes = readFileSync(path);
      return { path, bytes: path.endsWith('.gz') ? gunzipSync(bytes) : bytes };
    });
}
