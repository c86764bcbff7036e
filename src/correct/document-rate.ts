/** How many slips a document is known to hold: among many, one more is likelier; where there are none, no scanner read it. */
import { under } from './careful.ts';
import type { DocumentEvidence } from './evidence.ts';
import type { Choice } from './features.ts';

/** From this probability on a slip counts as known. */
export const knownFrom = 0.9;

/**
 * What is known of the rate before a word is read, as slips in words: one in a thousand. On the development texts the
 * odds of the network were found right at `usual`; beyond it they rise as the rate does, to `most` at the most.
 */
const before = { slips: 0.3, words: 300 };
const usual = 0.003;
const most = 12;
/** A slip that only a scanner makes is as much rarer in a document that seems typed. */
const least = 0.1;
const scannersOwn = 2;

/** By how much the odds of a choice are changed when `others` slips are known in other places of its document. */
export function rateOdds({ typed, scanned }: Choice, others: number, doc: DocumentEvidence): number {
  const rate = (others + before.slips) / (doc.size + before.words);
  const lowest = scanned < typed - scannersOwn ? least : 1;
  return Math.min(most, Math.max(lowest, rate / usual));
}

/** Other slips make one likely, never certain: “xuất bán” beside five real slips was right. */
const notCertain = 0.94;

/** A probability under the odds of the document's rate. */
export const withRate = (share: number, odds: number): number =>
  odds > 1 ? Math.max(share, Math.min(notCertain, under(share, odds))) : under(share, odds);
