/**
 * Words that people confuse because they sound alike: runs that are never right, each with the one that is meant. The
 * commonest of them were counted in the corpus too, so no count speaks against them.
 *
 * A run belongs here when no sentence holds it rightly but where one of its words makes a word with what stands outside
 * (“bài tập | chung”, “lưu | dữ liệu”), which the finder sees. So “dành quyền” does not belong here (“dành quyền lợi”),
 * nor does “nghĩ việc” (“nghĩ việc này khó”).
 */
export interface Confusion {
  readonly id: string;
  readonly why: string;
  /** “wrong → right”, parted by commas, of as many words. */
  readonly pairs: string;
  /** Sentences that hold such a run and are right. */
  readonly leaves: readonly string[];
}
