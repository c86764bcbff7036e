import type { Redirect } from './redirect.ts';
import { apacheConf, apacheMap } from './redirects-apache.ts';
import { netlify } from './redirects-netlify.ts';
import { nginx } from './redirects-nginx.ts';

/**
 * The redirect map for each server that people run. File name → text. Chains are collapsed before; loops are not among them.
 */
export function redirectFiles(redirects: readonly Redirect[]): Readonly<Record<string, string>> {
  return {
    'redirects.csv': csv(redirects),
    'nginx.conf': nginx(redirects),
    'apache.conf': apacheConf(redirects),
    'apache-map.txt': apacheMap(redirects),
    _redirects: netlify(redirects),
  };
}

function csv(redirects: readonly Redirect[]): string {
  const rows = redirects.map(({ from, to }) => `${csvCell(from)},${csvCell(to)},301\n`);
  return `from,to,status\n${rows.join('')}`;
}

/** A cell that no spreadsheet takes for a formula. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
