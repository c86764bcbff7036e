import * as z from 'zod';
import { isSelector } from '../dom/index.ts';
import { onlyKeys } from './checked.ts';

const selectors = z.array(z.string('type-selector').refine(isSelector, 'type-selector'), 'type-selectors').optional();

/** What is known of a site, written by `crawl`, learnt by a program, or by hand. */
export const profileSchema = onlyKeys(
  {
    site: z.string(),
    pages: z.int('type-count').min(1, 'type-count').optional(),
    selectors: onlyKeys({
      title: selectors,
      sapo: selectors,
      byline: selectors,
      date: selectors,
      section: selectors,
      body: selectors,
      caption: selectors,
    }).optional(),
    repeated: z
      .array(
        onlyKeys({
          hash: z.string(),
          text: z.string().default(''),
          pages: z.number().default(1),
          times: z.int('type-count').min(1, 'type-count').optional(),
          anywhere: z.boolean().optional(),
        }),
      )
      .optional(),
  },
  'type-profile',
);
