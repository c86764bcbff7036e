/** One old address and where its content is now, a path from the archive's root that begins with `/`. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** The redirect map for each server that people run. File name → text. Chains are collapsed before; loops are not among them. */
export function redirectFiles(redirects: readonly Redirect[]): Readonly<Record<string, string>> {
  return {
    'redirects.csv': csv(redirects),
    'nginx.conf': nginx(redirects),
    'apache.conf': apache,
    'apache-map.txt': apacheMap(redirects),
    _redirects: netlify(redirects),
  };
}

const at = (url: string) => {
  const { host, pathname, search } = new URL(url);
  return { host, path: pathname + search, pathname, search };
};

const lines = (parts: readonly string[]): string => parts.map((line) => `${line}\n`).join('');

function csv(redirects: readonly Redirect[]): string {
  return lines(['from,to,status', ...redirects.map(({ from, to }) => `${csvCell(from)},${csvCell(to)},301`)]);
}

/** A cell that no spreadsheet takes for a formula. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function nginx(redirects: readonly Redirect[]): string {
  const quoted = (text: string) => `"${text.replace(/["\\$]/g, '\\$&')}"`;
  return lines([
    '# In the http block: include this file. In each server block: if ($sach_target) { return 301 $sach_target; }',
    'map_hash_bucket_size 512;',
    'map $host$request_uri $sach_target {',
    ...redirects.map(({ from, to }) => {
      const { host, path } = at(from);
      return `  ${quoted(host.replace(/:\d+$/, '') + path)} ${quoted(to)};`;
    }),
    '}',
  ]);
}

const apache = lines([
  '# In the virtual host, with the path where the map lies.',
  'RewriteEngine On',
  'RewriteMap sach "txt:/etc/apache2/sach/apache-map.txt"',
  '# The address as it was asked for: Apache decodes the others.',
  'RewriteCond %{HTTP_HOST} "^([^:]+)"',
  'RewriteRule ^ - [E=SACH_HOST:%1]',
  'RewriteCond %{THE_REQUEST} "^[A-Z]+ ([^ ]+) "',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Apache's own notation
  'RewriteCond ${sach:%{ENV:SACH_HOST}%1} "(.+)"',
  'RewriteRule ^ "%1" [R=301,L,NE,QSD]',
]);

function apacheMap(redirects: readonly Redirect[]): string {
  return lines(
    redirects.map(({ from, to }) => {
      const { host, path } = at(from);
      return `${host.replace(/:\d+$/, '')}${path} ${to}`;
    }),
  );
}

/** Parameters stand between the paths there, as `name=value`. */
function netlify(redirects: readonly Redirect[]): string {
  const hosts = new Set(redirects.map(({ from }) => at(from).host));
  return lines(
    redirects.map(({ from, to }) => {
      const { pathname, search } = at(from);
      const origin = hosts.size > 1 ? new URL(from).origin : '';
      const params = search.slice(1).split('&').filter(Boolean);
      return [`${origin}${pathname}`, ...params, to, '301!'].join(' ');
    }),
  );
}
