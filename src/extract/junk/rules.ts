import { abroad } from './abroad.ts';
import { aspnet } from './aspnet.ts';
import { boxes } from './boxes.ts';
import { browser } from './browser.ts';
import { cms } from './cms.ts';
import { comments } from './comments.ts';
import { counters } from './counters.ts';
import { php } from './php.ts';
import { related } from './related.ts';
import type { JunkRule } from './rule.ts';
import { server } from './server.ts';
import { sharepoint } from './sharepoint.ts';
import { toolbars } from './toolbars.ts';
import { word } from './word.ts';

/** Every rule about lines; the first that matches names the line. */
export const junkRules: readonly JunkRule[] = [
  ...aspnet,
  ...sharepoint,
  ...php,
  ...cms,
  ...server,
  ...browser,
  ...word,
  ...counters,
  ...related,
  ...boxes,
  ...comments,
  ...toolbars,
  ...abroad,
];
