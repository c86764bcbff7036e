export { matchProfile, type Repeated, repeatedIn, withoutRepeated } from './apply.ts';
export { learnSites, type PageTraits, traitsOf } from './learn.ts';
