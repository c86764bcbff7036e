import type { Edit } from '../model/index.ts';

/** An edit that is thought of: not yet decided on, in one text. */
export type Proposal = Omit<Edit, 'field'>;
