/**
 * Is a line the portal's own word on why there is nothing to read? Portals say it in as many ways as they have programmers:
 * rules for whole sentences knew one in twenty of those that others wrote. A linear model over words and pairs of neighbours
 * knows five to seven in ten. It is learnt from sentences written for it (`data/page-messages/`); like any judge of single
 * lines it takes a hint of a box for a message now and then, so that the place of a line has the last word
 * (`message-place.ts`).
 */
import { readPackageTable } from '../../package-data.ts';

/** What a line is: a text, or a message of a kind. The order is that of the model's columns. */
export const messageKinds = ['text', 'lost', 'failure', 'closed', 'empty', 'nothing-found', 'done'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** `data/page-messages.json`, as `data/page-messages/train.ts` writes it. */
export interface MessageTable {
  /** One for each kind. */
  readonly bias: readonly number[];
  /** What one step of a weight counts. */
  readonly step: number;
  /** Parted by line ends. */
  readonly features: string;
  /** Base64 of signed bytes: for each feature a weight for each kind. */
  readonly weights: string;
}

export interface MessageModel {
  readonly bias: readonly number[];
  readonly step: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly weights: Int8Array;
}

const wordOrMark = /\p{L}+|\d+|[!?…:]/gu;
/** What a message says it says at its beginning. */
const maxWords = 60;
/** Fewer words than each of these are a label, a headline, a sentence, two. */
const lengths = [6, 12, 25, 45] as const;

/** Words, pairs of neighbours with both ends of the line, and about how long it is. Numbers are one word. */
export function messageFeatures(text: string): ReadonlySet<string> {
  const words = text.normalize('NFC').toLowerCase().match(wordOrMark) ?? [];
  const features = new Set<string>();
  let before = '^';
  for (const word of words.length > maxWords ? words.slice(0, maxWords) : words) {
    const own = word < ':' && /^\d/.test(word) ? '0' : word;
    features.add(own);
    features.add(`${before} ${own}`);
    before = own;
  }
  features.add(`${before} $`);
  return features.add(`#${lengths.filter((least) => words.length >= least).length}`);
}

/** Make a model of its table. */
export function messageModel({ bias, step, features, weights }: MessageTable): MessageModel {
  const columns = new Map(features.split('\n').map((feature, i) => [feature, i] as const));
  return { bias, step, columns, weights: new Int8Array(Buffer.from(weights, 'base64')) };
}

let loaded: MessageModel | undefined;

/** The package's model, read when a page first asks for it. */
const packageModel = (): MessageModel =>
  (loaded ??= messageModel(readPackageTable<MessageTable>('page-messages.json')));

/** How probable each kind is, 0–1, in the order of `messageKinds`. */
export function kindProbabilities(text: string, model: MessageModel = packageModel()): readonly number[] {
  const { bias, step, columns, weights } = model;
  const kinds = bias.length;
  const sums = new Float64Array(kinds);
  let known = 0;
  // A page asks this of a hundred lines: one loop, and no list in between.
  for (const feature of messageFeatures(text)) {
    const column = columns.get(feature);
    if (column === undefined) continue;
    known += 1;
    for (let k = 0; k < kinds; k++) sums[k]! += weights[column * kinds + k]!;
  }
  const scale = step / Math.sqrt(Math.max(1, known));
  const powers = bias.map((start, k) => Math.exp(start + scale * sums[k]!));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

export interface LearntMessage {
  readonly kind: Exclude<MessageKind, 'text'>;
  /** That it is a message of any kind, 0–1. */
  readonly probability: number;
}

/** What kind of message a line would be, and how probably it is one. */
export function learntMessage(text: string, model?: MessageModel): LearntMessage {
  const [isText = 1, ...others] = kindProbabilities(text, model);
  const kind = messageKinds[others.indexOf(Math.max(...others)) + 1] as LearntMessage['kind'];
  return { kind, probability: 1 - isText };
}
