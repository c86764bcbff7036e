import { createHash } from 'node:crypto';
import { decodePart } from '../../text/index.ts';

/** Of one name in a folder: 255 is what file systems take, and a program that copies them may want to add something. */
export const maxNameBytes = 240;
/** A name that is read by people. */
const maxSlugLetters = 80;

/** Names that Windows keeps for devices, whatever their extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Words → a name of letters, digits and hyphens that every file system takes and none confuses with another:
 * “Cầu Đông Hòa: khánh thành!” → `cau-dong-hoa-khanh-thanh`. Empty when no letter is left.
 */
export function slug(text: string, maxLetters = maxSlugLetters): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain.length <= maxLetters) return plain;
  const cut = plain.lastIndexOf('-', maxLetters);
  return plain.slice(0, cut > maxLetters / 2 ? cut : maxLetters).replace(/-$/, '');
}

/** The folder of a host: `tinh.gov.vn`, `tinh.gov.vn_8080`. */
export function hostFolder(host: string): string {
  const name = host
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '_')
    .replace(/^[.-]+|[.-]+$/g, '');
  return usable(name || 'host').slice(0, maxNameBytes);
}

/** Path names that say nothing of the page: the title does. */
const mute =
  /^(?:index|default|home|trang-chu|view|detail|chi-tiet|xem|article|node|news|tin|tin-tuc|bai|bai-viet|print|post|p|id)?$/;

/** A readable name for an article: what its address says, when that is words; else its title; else its number. */
export function articleName(url: string, title: string | undefined): string {
  const { pathname, search } = new URL(url);
  const last = decodePart(pathname.split('/').filter(Boolean).at(-1) ?? '').replace(/\.\w{2,5}$/, '');
  const fromPath = slug(last);
  const words = fromPath.split('-').filter((word) => /[a-z]/.test(word));
  if (search === '' && words.length >= 3 && !mute.test(fromPath)) return usable(fromPath);
  const fromTitle = slug(title ?? '');
  return usable(fromTitle || fromPath || urlHash(url));
}

/** The name a file had on the site, with the extension that fits its bytes. `given`: what the server calls it. */
export function fileName(url: string, extension: string, given = ''): string {
  const { pathname } = new URL(url);
  const stem = (name: string): string => slug(name.replace(/\.[a-z0-9]{1,5}$/i, ''));
  const last = decodePart(pathname.split('/').filter(Boolean).at(-1) ?? '');
  return `${usable(stem(given) || stem(last) || urlHash(url))}.${extension}`;
}

/** Hands out each name once: the next one who wants it gets a mark from its address, the same in every run. */
export class NameTable {
  readonly #taken = new Set<string>();

  take(folder: string, name: string, url: string): string {
    const dot = name.lastIndexOf('.');
    const [stem, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
    const wanted = `${folder}/${stem}${extension}`;
    const path = this.#taken.has(wanted) ? `${folder}/${stem}-${urlHash(url)}${extension}` : wanted;
    this.#taken.add(path);
    return path;
  }
}

function usable(name: string): string {
  return reserved.test(name.split('.', 1)[0] ?? '') ? `_${name}` : name;
}

function urlHash(url: string): string {
  return createHash('sha256').update(url).digest('hex').slice(0, 12);
}
