export {
  profileFor,
  type Repeated,
  repeatedIn,
  showsProfile,
  templateAmong,
  withoutCertain,
  withoutEnds,
} from './apply.ts';
export { learnSites } from './learn.ts';
export { type PageTraits, traitsOf } from './traits.ts';
