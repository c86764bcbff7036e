import type { Edit } from '../model/index.ts';

/** A possible edit of one text, not yet accepted. */
export type Proposal = Omit<Edit, 'field'>;
