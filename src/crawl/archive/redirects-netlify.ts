/**
 * Netlify's rules, as its parser and its matcher read them: parts of a line are parted by spaces, parameters stand between
 * the paths as `name=value` with the value decoded, and the first rule wins that asks for no parameter that is not there.
 *
 *     /Default.aspx tabid=4 id=5 /articles/cau-moi.md 301!
 *                   ^^^^^^^^^^^^ before the rule for `/Default.aspx` alone, which fits this address as well
 */
import type { Redirect } from './redirect.ts';

interface Rule {
  readonly paths: readonly string[];
  readonly params: readonly string[];
  readonly to: string;
}

/** The `_redirects` file; what its rules cannot express stands in comments. */
export function netlify(redirects: readonly Redirect[]): string {
  const hasHosts = new Set(redirects.map(({ from }) => new URL(from).host)).size > 1;
  const rules: Rule[] = [];
  const unwritten: string[] = [];
  for (const { from, to } of redirects) {
    const { host, pathname, search } = new URL(from);
    const params = paramsOf(search);
    // A rule for one scheme is none for the other.
    const paths = hasHosts ? [`http://${host}${pathname}`, `https://${host}${pathname}`] : [pathname];
    if (params === undefined || unwritable.test(pathname)) unwritten.push(`# ${from} ${to}`);
    else rules.push({ paths, params, to });
  }
  rules.sort((a, b) => b.params.length - a.params.length);
  const lines = rules.flatMap(({ paths, params, to }) => paths.map((path) => [path, ...params, to, '301!'].join(' ')));
  const head = unwritten.length > 0 ? ['# No rule can be written for these:', ...unwritten] : [];
  return [...lines, ...head].map((line) => `${line}\n`).join('');
}

/** A part that begins with a colon stands for any, a star at the end for all that follows; an empty part is dropped. */
const unwritable = /\/:|\*$|\/\//;

/** Undefined when a parameter cannot be written. */
function paramsOf(search: string): readonly string[] | undefined {
  const names = new Set<string>();
  const params: string[] = [];
  for (const pair of search.slice(1).split('&').filter(Boolean)) {
    const [name = '', value] = pair.split(/=(.*)/s);
    const text = value === undefined ? '' : decoded(value);
    // A name is compared as it is sent; one that begins with a digit would be taken for a status.
    const isPlain = /^[a-z_][\w.:-]*$/i.test(name) && !names.has(name);
    if (!isPlain || text === undefined || /[\s=]|^:/.test(text)) return undefined;
    names.add(name);
    params.push(value === undefined ? name : `${name}=${text}`);
  }
  return params;
}

/** As a query is decoded; undefined where that is no UTF-8. */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
