export { profileFor, type Repeated, repeatedIn, showsProfile, withoutRepeated } from './apply.ts';
export { learnSites } from './learn.ts';
export { type PageTraits, traitsOf } from './traits.ts';
