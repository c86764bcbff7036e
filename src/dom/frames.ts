import { decodeHTML } from 'entities';
import type { Notice } from '../model/index.ts';
import { cutText } from '../text/index.ts';

import { readTags } from './tags.ts';

const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i;
const maxLetters = 300;
/** With more of them behind `<noframes>` the page has a text of its own: “your browser shows no frames” has 60. */
const minOwnLetters = 200;

/**
 * A page of frames shows other pages: the one that was saved has a menu at most, or a sentence for browsers without frames. What
 * it shows is named, for whoever looks for the article.
 */
export function framesOf(text: string): readonly Notice[] {
  if (!/<frameset[\s>]/i.test(text)) return [];
  const frames: string[] = [];
  let own = '';
  readTags(text, ({ name, closes, start, end, next }) => {
    if (name === 'noframes') own += text.slice(end, next).replace(/<[^<>]*>|\s+/g, '');
    const [, double, single, bare] = (name === 'frame' && !closes && source.exec(text.slice(start, end))) || [];
    const address = decodeHTML(double ?? single ?? bare ?? '').trim();
    if (address !== '' && address !== 'about:blank') frames.push(address);
    return true;
  });
  if (frames.length === 0 || own.length >= minOwnLetters) return [];
  return [{ rule: 'page/frames', level: 'warning', params: { frames: cutText(frames.join(', '), maxLetters) } }];
}
