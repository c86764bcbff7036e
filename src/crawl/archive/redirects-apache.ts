import { keyOf, type Redirect, spellingsOf } from './redirect.ts';

/** Apache reads lines of a map up to 1,024 bytes (`REWRITE_MAX_TXT_MAP_LINE`); longer addresses have a rule each. */
const maxLineBytes = 1000;

const head = `# In the virtual host, with the path where the map lies. For many thousands of addresses make a table of it, which is not
# searched from the top: httxt2dbm -i apache-map.txt -o apache-map.dbm, and write "dbm:" for "txt:".
RewriteEngine On
RewriteMap sach "txt:/etc/apache2/sach/apache-map.txt"
RewriteMap sach-lower int:tolower
# Without this, an address with %2F is not found before it is looked for.
AllowEncodedSlashes NoDecode
# The address as it was asked for: Apache decodes the others.
RewriteCond %{HTTP_HOST} "^([^:]+)"
RewriteRule ^ - [E=SACH_HOST:\${sach-lower:%1}]
RewriteCond %{THE_REQUEST} "^[A-Z]+ ([^ ]+) "
RewriteCond \${sach:%{ENV:SACH_HOST}%1} "(.+)"
RewriteRule ^ "%1" [R=301,L,NE,QSD]
`;

interface Entry {
  readonly key: string;
  readonly to: string;
}

/** The configuration that looks addresses up in the map, and a rule for each one too long for it. */
export function apacheConf(redirects: readonly Redirect[]): string {
  const rules = entriesOf(redirects).filter((entry) => !isShort(entry));
  return head + rules.map(ruleOf).join('');
}

/** The map of old addresses to new ones, for `RewriteMap`. */
export function apacheMap(redirects: readonly Redirect[]): string {
  return entriesOf(redirects)
    .filter(isShort)
    .map((entry) => lineOf(entry))
    .join('');
}

/** By host and address, letter by letter as it may be asked for: the first of two that are asked for alike. */
function entriesOf(redirects: readonly Redirect[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const redirect of redirects) {
    for (const key of spellingsOf(keyOf(redirect))) if (!entries.has(key)) entries.set(key, { key, to: redirect.to });
  }
  return [...entries.values()];
}

const lineOf = ({ key, to }: Entry): string => `${key} ${to}\n`;
const isShort = (entry: Entry): boolean => Buffer.byteLength(lineOf(entry)) <= maxLineBytes;

/** A condition that begins with `=` compares letters. */
const ruleOf = ({ key, to }: Entry): string => `RewriteCond %{THE_REQUEST} "^[A-Z]+ ([^ ]+) "
RewriteCond %{ENV:SACH_HOST}%1 "=${key.replace(/["\\]/g, '\\$&')}"
RewriteRule ^ "${to}" [R=301,L,NE,QSD]
`;
