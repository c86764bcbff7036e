import type { Sql } from '../state/sql.ts';

interface Row {
  readonly url: string;
  readonly status: number;
  readonly type: string | null;
  readonly sha256: string;
  readonly fetched_at: string;
  readonly warc: string;
  readonly warc_offset: number;
  readonly warc_length: number;
}

/** Index of the capture: where each address stands in it, sorted as readers look it up. */
export async function captureIndex(sql: Sql): Promise<string> {
  const rows = await sql.all<Row>(
    'SELECT url, status, type, sha256, fetched_at, warc, warc_offset, warc_length FROM visit',
  );
  const lines = rows.map((row) => {
    const fields = {
      url: row.url,
      mime: mimeOf(row.type),
      status: String(row.status),
      digest: `sha256:${row.sha256}`,
      length: String(row.warc_length),
      offset: String(row.warc_offset),
      filename: row.warc,
    };
    return `${surt(row.url)} ${row.fetched_at.replace(/\.\d+Z$|\D/g, '')} ${JSON.stringify(fields)}\n`;
  });
  return lines.sort().join('');
}

/** Sort-friendly form of an address: `http://www.a.vn/Tin?x=1` → `vn,a)/tin?x=1`. */
function surt(url: string): string {
  const { hostname, port, pathname, search } = new URL(url);
  const host = hostname
    .replace(/^www\d*\./, '')
    .split('.')
    .reverse()
    .join(',');
  return `${host}${port && `:${port}`})${(pathname + search).toLowerCase()}`;
}

function mimeOf(type: string | null): string {
  if (type === null) return 'unk';
  if (type.includes('/')) return type.split(';', 1)[0] ?? 'unk';
  const known: Readonly<Record<string, string>> = {
    html: 'text/html',
    jpg: 'image/jpeg',
    png: 'image/png',
    gif: 'image/gif',
    pdf: 'application/pdf',
    xml: 'text/xml',
    txt: 'text/plain',
  };
  return known[type] ?? 'application/octet-stream';
}
