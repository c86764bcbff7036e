/** Correction in rounds: each round sees the text as the last one left it, until nothing changes. */
import { applyEdits, certainFrom, type TextRange } from '../model/index.ts';
import { carefully, findCareful } from './careful.ts';
import { compose, moveRanges, withoutOverlaps, withoutRivals } from './compose.ts';
import type { Proposal } from './proposal.ts';
import { findProtected } from './protect.ts';
import { findTypography } from './typography/index.ts';
import { findWords, type ParagraphCache } from './words.ts';

export interface CorrectOptions {
  /** `safe` (default) or `all`. */
  readonly level?: 'safe' | 'all' | undefined;
  /** Words and names that are never changed. */
  readonly words?: readonly string[] | undefined;
}

/** What only the command line may ask for besides. */
export interface DocumentOptions extends CorrectOptions {
  /** Rules that correct nothing: their proposals are dropped before another one is judged beside them. */
  readonly isOff?: (rule: string) => boolean;
}

/** One text to correct: a field of an article, or a whole draft. */
export interface Source {
  readonly text: string;
  /** Nothing is changed here: code. */
  readonly fixed?: readonly TextRange[];
  /** Poems: corrections are only suggested. */
  readonly verse?: readonly TextRange[];
  /** What stands in emphasis: where spelling is spoken of, it is an example. */
  readonly emphasis?: readonly TextRange[];
}

export interface Corrected {
  readonly text: string;
  readonly edits: readonly Proposal[];
  readonly suggestions: readonly Proposal[];
}

/** One way of going over a document, again and again until nothing more is found. */
interface Stage {
  /** A correction is applied from this probability on. */
  readonly from: number;
  /**
   * Treat the text as never corrected; otherwise slips already corrected still count as evidence of a careless document.
   * The last stage does, so that a second run finds nothing new.
   */
  readonly asNew: boolean;
}
const suggestedFrom = 0.5;
/** What is certain goes first, so that the likely is judged in the text that `safe` makes and `all` holds all its edits. */
const safe: readonly Stage[] = [{ from: certainFrom, asNew: true }];
const stages = {
  safe,
  all: [...safe, { from: suggestedFrom, asNew: false }, { from: suggestedFrom, asNew: true }],
} as const satisfies Record<string, readonly Stage[]>;
/** Nearly every text is done in two or three. A text that still changes keeps what it has: never seen. */
const maxRounds = 8;

const letters = (text: string): string => text.replace(/[^\p{L}\p{M}]/gu, '');
/** Does a correction change a word, and not only what stands between words? */
const isOfWord = ({ before, after }: Proposal): boolean => letters(before) !== letters(after);

const isCertain = ({ confidence }: Proposal): boolean => confidence >= certainFrom;

/** Correct the texts of one document together: each is evidence for the others. */
export function correctTexts(sources: readonly Source[], options: DocumentOptions = {}): Corrected[] {
  const cache: ParagraphCache = new Map();
  let state: State = {
    texts: sources.map(({ text }) => text),
    fixed: sources.map((source) => source.fixed ?? []),
    verse: sources.map((source) => source.verse ?? []),
    emphasis: sources.map((source) => source.emphasis ?? []),
    edits: sources.map(() => []),
  };
  let likely: readonly Proposal[][] | undefined;
  for (const { from: minimum, asNew } of stages[options.level ?? 'safe']) {
    for (let round = 0; round < maxRounds; round++) {
      const { texts } = state;
      const proposals = propose(state, asNew ? 0 : state.edits.flat().filter(isOfWord).length, options, cache);
      const from = proposals.some((list) => list.some(isCertain)) ? certainFrom : minimum;
      const sure = proposals.map((list) => withoutOverlaps(list.filter(({ confidence }) => confidence >= from)));
      const accepted = sure.map((list, i) => withoutRivals(list, texts[i] ?? ''));
      likely ??= proposals.map((list, i) =>
        list.filter((one) => !sure[i]?.includes(one) || accepted[i]?.includes(one)),
      );
      if (accepted.every((list) => list.length === 0)) break;
      state = apply(state, accepted, sources);
    }
  }
  return state.texts.map((text, i) => {
    const edits = state.edits[i] ?? [];
    return { text, edits, suggestions: suggestionsOf(likely?.[i] ?? [], edits) };
  });
}

/**
 * The texts between two rounds, the ranges in them, and what has been changed so far; each list by the index of its source.
 */
interface State {
  readonly texts: readonly string[];
  readonly fixed: Ranges;
  readonly verse: Ranges;
  readonly emphasis: Ranges;
  readonly edits: readonly (readonly Proposal[])[];
}

function apply(state: State, accepted: readonly Proposal[][], sources: readonly Source[]): State {
  const moved = (all: Ranges): Ranges => all.map((ranges, i) => moveRanges(ranges, accepted[i] ?? []));
  return {
    texts: state.texts.map((text, i) => applyEdits(text, accepted[i] ?? [])),
    fixed: moved(state.fixed),
    verse: moved(state.verse),
    emphasis: moved(state.emphasis),
    edits: state.edits.map((list, i) => compose(sources[i]?.text ?? '', list, accepted[i] ?? [])),
  };
}

type Ranges = readonly (readonly TextRange[])[];

function propose(
  { texts, fixed, verse, emphasis }: State,
  corrected: number,
  options: DocumentOptions,
  cache: ParagraphCache,
): Proposal[][] {
  if (!texts.some(hasVietnamese)) return texts.map(() => []);
  const { isOff = () => false } = options;
  const guarded = texts.map((text, i) => findProtected(text, options.words, fixed[i]));
  const words = findWords(texts, guarded, corrected, cache);
  return texts.map((text, i) => {
    const careful = findCareful(text, verse[i], emphasis[i]);
    const found = (words[i] ?? []).map((one) => ({
      ...one,
      confidence: carefully(one.confidence, careful, one.start, one.end),
    }));
    return [...findTypography(text, guarded[i] ?? []), ...found].filter(({ rule }) => !isOff(rule));
  });
}

/** A letter that only Vietnamese has, or a combining tone mark. */
const hasVietnamese = (text: string): boolean => /[ăđơưạ-ỹ]|\u0300|\u0301|\u0303|\u0309|\u0323/iu.test(text);

function suggestionsOf(likely: readonly Proposal[], edits: readonly Proposal[]): Proposal[] {
  const free = likely.filter(
    (one) => one.confidence >= suggestedFrom && !edits.some((edit) => one.start <= edit.end && edit.start <= one.end),
  );
  return withoutOverlaps(free);
}
